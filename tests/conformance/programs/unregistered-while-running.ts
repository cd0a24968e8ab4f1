/** Plugins go while a task runs. */
import { gate, waitFor } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const listen = async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  }
  await step(listen)
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(async () => {
    await client.unregisterWorkerPlugin('rec')
    await client.unregisterSchedulerPlugin('sch')
  })
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(listen)
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
