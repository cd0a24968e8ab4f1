/** Two futures of one key, released one after the other, and a third. */
import { inc } from './plugins.ts'
import { about, stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const both = () => [client.submit(inc, [1], { key: 'a' }), client.submit(inc, [1], { key: 'a' })] as const
  const [a, b] = await stepWith(step, both, (futures) => client.gather(futures))
  await step(() => a.release())
  await step(() => about(a, b))
  await step(() => a.result())
  await step(() => b.release())
  await step(() => about(a, b))
  await step(() => a.result())
  await step(() => b.exception())
  await step(() => b.release())
  const d = await stepWith(
    step,
    () => client.submit(inc, [5], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => about(a, b, d))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
