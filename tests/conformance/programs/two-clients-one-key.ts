/** Two clients want the same task. */
import { Client } from 'distributed'
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => other.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => a.release())
  await step(() => b.release())
  await step(() => other.close())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
