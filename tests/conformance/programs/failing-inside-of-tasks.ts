/** A task that waits for one of its own, which fails. */
import { getClient } from 'distributed'
import { boom, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const submitAndFail = (x: number): Promise<number> => getClient().submit(boom, [x], { key: 'inner' }).result()

export const told = await tell({ nWorkers: 1, threadsPerWorker: 2 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await stepWith(
    step,
    () => client.submit(submitAndFail, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => [...cluster.scheduler.tasks.values()].map(({ key, state }) => [key, state]).sort())
  // When the client closes, its tasks are released in the order of a Python set.
  await step(() => client.unregisterSchedulerPlugin('sch'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
