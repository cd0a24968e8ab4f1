/** What is queued on the scheduler goes to whoever has room. */
import { gate, waitForItem } from './gates.ts'
import { keysByWorker } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const all = await stepWith(
    step,
    () => client.map(waitForItem, [[0, 1, 2]], { key: ['x-0', 'x-1', 'x-2'] }),
    () => null,
  )
  await step(() => cluster.scale(2))
  await step(() => keysByWorker(cluster))
  await step(() => {
    gate.open()
    return client.gather(all)
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
