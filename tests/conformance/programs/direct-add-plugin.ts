/** What a program does that holds the scheduler itself. */
import { RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const { scheduler } = cluster
  const plugin = (tag: string) => new RecScheduler({ name: 'sch', tag })
  await step(() => scheduler.addPlugin(plugin('first')))
  await step(() => scheduler.addPlugin(plugin('second')))
  await step(() => scheduler.addPlugin(plugin('third'), { idempotent: true }))
  await step(() => scheduler.addPlugin(plugin('fourth'), { name: 'other' }))
  await step(() => ['sch', 'other'].map((name) => Object(scheduler.plugins.get(name)).who.tag))
  await step(() => scheduler.removePlugin({ name: 'other' }))
  await step(() => scheduler.removePlugin({ name: 'other' }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
