/** Scheduler plugins whose hooks fail, and that are unknown. */
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result, note }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'bad', fail: ['start'] })))
  note("'bad' in scheduler.plugins", cluster.scheduler.plugins.has('bad'))
  await step(() => client.registerPlugin(new RecScheduler({ name: 't', fail: ['transition'] })))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  await step(() => client.unregisterSchedulerPlugin('t'))
  await step(() => client.unregisterSchedulerPlugin('t'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
