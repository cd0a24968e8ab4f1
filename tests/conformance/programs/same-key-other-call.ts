/** One key, given to other calls: the first one counts. */
import { Client } from 'distributed'
import { add, inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  const b = await stepWith(
    step,
    () => client.submit(add, [3, 4], { key: 'a' }),
    (future) => future.result(),
  )
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  const d = await stepWith(
    step,
    () => other.submit(add, [5, 6], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => {
    for (const future of [a, b, d]) future.release()
  })
  await step(() => result(client.submit(add, [3, 4], { key: 'a' })))
  await step(() => other.close())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
