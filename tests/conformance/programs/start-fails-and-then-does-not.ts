/** A scheduler plugin that fails to start does not take its name. */
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  const fail = ['start']
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', fail, idempotent: true })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: '2', idempotent: true })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: '3', fail, idempotent: true })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: '4', fail })))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => client.unregisterSchedulerPlugin('sch'))
  await step(() => client.unregisterSchedulerPlugin('sch'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
