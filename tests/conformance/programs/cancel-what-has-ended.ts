/** Futures are cancelled after their tasks have ended. */
import { wait } from 'distributed'
import { boom, inc, RecScheduler, RecWorker } from './plugins.ts'
import { about, stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (made) => made.result(),
  )
  const bad = await stepWith(
    step,
    () => client.submit(boom, [1], { key: 'bad' }),
    async (made) => void (await wait([made])),
  )
  await step(() => a.cancel())
  await step(() => bad.cancel())
  await step(() => about(a, bad))
  await step(() => a.result())
  await step(() => bad.exception())
  await step(() => a.cancel())
  await step(() => client.cancel([]))
  await step(() => a.retry())
  await step(() => [...cluster.scheduler.tasks.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
