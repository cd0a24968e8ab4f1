/** One name, for plugins of several classes and kinds. */
import { AsyncWorker } from './async-worker.ts'
import { inc, RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { classNameOf, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'x', tag: '1' })))
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'x', tag: '2', idempotent: true })))
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'x', tag: '3' })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'x', tag: '4', idempotent: true })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'x', tag: '5' })))
  await step(() => {
    const { plugins, nannyPlugins } = cluster.scheduler
    return [classNameOf(worker(0).plugins.get('x')), classNameOf(plugins.get('x')), nannyPlugins.has('x')]
  })
  await step(() => client.unregisterSchedulerPlugin('x'))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => client.unregisterWorkerPlugin('x', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('x'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
