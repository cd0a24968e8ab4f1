/** What plugins hear of tasks that were there before them. */
import { gate, waitFor } from './gates.ts'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b', priority: 1 }),
    () => null,
  )
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '2' })))
  await step(() => b.cancel())
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(() => a.cancel())
  await stepWith(
    step,
    () => client.submit(inc, [4], { key: 'a' }),
    (future) => future.result(),
  )
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
