/** A task is cancelled while it runs, and submitted again. */
import { gate, waitFor } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(() => a.cancel())
  const again = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(() => {
    gate.open()
    return again.result()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
