/** A task fails as often as it may, and once more. */
import { boom, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const a = await stepWith(
    step,
    () => client.submit(boom, [1], { key: 'a', retries: 2 }),
    async (future) => Object(await future.exception()).message,
  )
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
