/** What is asked of a cluster that has no worker yet, and what it comes to. */
import { inc, RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 0 }, async ({ client, cluster, step }) => {
  const states = () => [...cluster.scheduler.tasks.values()].map(({ key, state }) => [key, state]).sort()
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan' })))
  const submit = () => {
    const a = client.submit(inc, [1], { key: 'a' })
    return { a, b: client.submit(inc, [a], { key: 'b' }) }
  }
  const { a, b } = await stepWith(step, submit, () => null)
  await step(states)
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '2' })))
  await stepWith(
    step,
    () => client.submit(inc, [9], { key: 'd' }),
    (made) => made.cancel(),
  )
  await step(() => cluster.scale(1))
  await step(() => client.gather([a, b]))
  await step(() => cluster.scale(0))
  await step(states)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
