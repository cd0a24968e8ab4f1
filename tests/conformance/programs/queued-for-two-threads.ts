/** More tasks than two workers with two threads each can take. */
import { gate, waitForItem } from './gates.ts'
import { statesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2, threadsPerWorker: 2 }, async ({ client, cluster, step }) => {
  const items = Array.from({ length: 12 }, (_, item) => item)
  const all = await stepWith(
    step,
    () => client.map(waitForItem, [items], { key: items.map((item) => `x-${item}`) }),
    () => null,
  )
  await step(() =>
    statesOf(cluster)
      .map(([, state]) => state)
      .sort(),
  )
  await step(() => [...cluster.scheduler.state.workers.values()].map(({ processing }) => processing.size).sort())
  await step(async () => {
    gate.open()
    return (await client.gather(all)).reduce((sum, item) => sum + item, 0)
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
