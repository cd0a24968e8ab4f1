/** A nanny plugin restarts the worker: what it had is computed again. */
import { inc, RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (made) => made.result(),
  )
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan', restart: true })))
  await step(() => a.result())
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan', tag: '2', restart: true, idempotent: true })))
  await step(() => client.unregisterWorkerPlugin('nan', { nanny: true }))
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
