/** What may run on one worker alone stays there. */
import { gate, waitFor, workerName } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', workers: [0] }),
    b: client.submit(workerName, [1], { key: 'b', workers: [0] }),
    c: client.submit(workerName, [2], { key: 'c', workers: [0], allowOtherWorkers: true }),
  })
  const { a, b, c } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(2))
  await step(() => [b.status, c.status])
  await step(() => gate.open())
  await step(() => client.gather([a, b, c]))
  await step(() => {
    for (const future of [a, b, c]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
