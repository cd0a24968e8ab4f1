/** A restart of one worker of two: the one that comes in its place is not the one that a task was restricted to. */
import { inc, RecNanny, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'w' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'v', idempotent: true })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'n' })))
  const submit = () => ({
    a: client.submit(inc, [1], { key: 'a', workers: [0] }),
    b: client.submit(inc, [2], { key: 'b', workers: [1] }),
  })
  const { a, b } = await stepWith(step, submit, (made) => client.gather([made.a, made.b]))
  await step(async () => Object.values(await client.restartWorkers([1])))
  await step(() => [a, b].map(({ key, status }) => [status, cluster.scheduler.tasks.get(key)?.state]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
