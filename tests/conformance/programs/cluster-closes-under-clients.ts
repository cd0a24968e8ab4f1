/** The cluster closes before its client does. */
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => cluster.close())
  await step(() => client.status)
  await step(() => a.status)
  await step(() => client.close())
})
