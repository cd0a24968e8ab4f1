/** Queued tasks go to a worker that joins. */
import { gate, waitForItem } from './gates.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const key = [0, 1, 2, 3, 4, 5].map((item) => `x-${item}`)
  const all = await stepWith(
    step,
    () => client.map(waitForItem, [[0, 1, 2, 3, 4, 5]], { key }),
    () => null,
  )
  await step(() => cluster.scale(2))
  await step(() => [...cluster.scheduler.state.workers.values()].map(({ processing }) => processing.size).sort())
  await step(() => {
    gate.open()
    return client.gather(all)
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
