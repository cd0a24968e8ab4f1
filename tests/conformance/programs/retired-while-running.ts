/** What runs on a worker that is retired is run elsewhere. */
import { gate, waitFor } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { addressOf, namesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a', workers: [1], allowOtherWorkers: true }),
    () => null,
  )
  await step(async () => namesOf(cluster, await client.retireWorkers([addressOf(cluster, 1)])))
  await step(() => a.status)
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
