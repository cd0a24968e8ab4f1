/** Nobody wants a task any more that has given its thread back. */
import { gate } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { secedeAndWait } from './seceding.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(secedeAndWait, [], { key: 'a' }),
    () => null,
  )
  await step(() => a.release())
  await step(() => gate.open())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
