/** A task that has given its thread back fails. */
import { gate } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { secedeAndFail } from './seceding.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(secedeAndFail, [], { key: 'a' }),
    () => null,
  )
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
