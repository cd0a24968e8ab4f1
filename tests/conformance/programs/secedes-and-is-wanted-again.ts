/** A task that has given its thread back is cancelled, and wanted again before it ends. */
import { gate } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { secedeAndWait } from './seceding.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => client.submit(secedeAndWait, [], { key: 'a' })
  const a = await stepWith(step, submit, () => null)
  await step(() => a.cancel())
  const again = await stepWith(step, submit, () => null)
  await step(() => {
    gate.open()
    return again.result()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
