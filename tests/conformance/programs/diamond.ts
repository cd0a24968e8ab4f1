/** Two tasks that need one result, and one that needs both of theirs. */
import { add, inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => {
    const a = client.submit(inc, [1], { key: 'a' })
    const b = client.submit(inc, [a], { key: 'b', priority: 1 })
    const c = client.submit(inc, [a], { key: 'c' })
    return { a, b, c, d: client.submit(add, [b, c], { key: 'd' }) }
  }
  const { a, b, c, d } = await stepWith(step, submit, (made) => made.d.result())
  await step(() => {
    for (const future of [a, b, c]) future.release()
  })
  await step(() => d.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
