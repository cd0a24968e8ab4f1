/** Tasks that depend on one that has failed. */
import { boom, inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(boom, [1], { key: 'a' }),
    async (future) => Object(await future.exception()).message,
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'b' }),
    (future) => future.result(),
  )
  const c = await stepWith(
    step,
    () => client.submit(inc, [b], { key: 'c' }),
    (future) => future.result(),
  )
  await step(() => {
    for (const future of [c, b, a]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
