/** What plugins hear of a chain that fails, and is let go of piece by piece. */
import { boom, inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(boom, [1], { key: 'a', retries: 1 }),
    async (made) => Object(await made.exception()).message,
  )
  const chain = () => {
    const b = client.submit(inc, [a], { key: 'b' })
    return { b, c: client.submit(inc, [b], { key: 'c' }) }
  }
  const { b, c } = await stepWith(step, chain, async (made) => void (await made.c.exception()))
  await step(() => a.release())
  await step(() => b.cancel())
  await step(() => c.status)
  await step(() => c.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
