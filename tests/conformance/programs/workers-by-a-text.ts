/** The names of a `LocalCluster` are numbers, so that a text is none of them. */
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', workers: '1' }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b', workers: ['1'] }),
    () => null,
  )
  await step(() => ['a', 'b'].map((key) => cluster.scheduler.tasks.get(key)?.state))
  await step(() => {
    a.release()
    b.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
