/** More tasks of a kind than the threads can take. */
import { gate, waitForItem } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  const keys = [0, 1, 2, 3, 4].map((item) => `x-${item}`)
  const all = await stepWith(
    step,
    () => client.map(waitForItem, [[0, 1, 2, 3, 4]], { key: keys }),
    () => null,
  )
  await step(() => [...cluster.scheduler.state.tasks.values()].map(({ state }) => state).sort())
  await step(() => {
    gate.open()
    return client.gather(all)
  })
  for (const future of all) await step(() => future.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
