/** Tasks are released and cancelled while they are queued. */
import { gate, waitForItem } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { statesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const all = await stepWith(
    step,
    () => client.map(waitForItem, [[0, 1, 2, 3, 4]], { key: ['x-0', 'x-1', 'x-2', 'x-3', 'x-4'] }),
    () => null,
  )
  await step(() => all[4]?.release())
  await step(() => all[3]?.cancel())
  await step(() => statesOf(cluster))
  await step(() => all[0]?.cancel())
  await step(() => statesOf(cluster))
  await step(() => gate.open())
  const left = all.slice(1, 3)
  await step(() => client.gather(left))
  await step(() => {
    for (const future of left) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
