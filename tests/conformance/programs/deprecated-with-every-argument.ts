/** The deprecated methods with everything that they take. */
import type { RegisterWorkerOptions } from 'distributed'
import { RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { tell, untyped } from './story.ts'

class Duck {
  setup(): void {}
}

class IdempotentDuck extends Duck {
  readonly name = 'duck'
  readonly idempotent = true
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  const count = async (plugin: unknown, options?: RegisterWorkerOptions) =>
    Object.keys((await client.registerWorkerPlugin(plugin, options)) ?? {}).length
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'a' })))
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'a', tag: '2' }), { name: 'b' }))
  await step(() =>
    client.registerWorkerPlugin(new RecWorker({ name: 'c' }), { name: untyped(null), nanny: untyped(null) }),
  )
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'd' }), { nanny: false }))
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'a', tag: '3', idempotent: true })))
  await step(() => client.registerWorkerPlugin(new RecNanny({ name: 'n' })))
  await step(() => client.registerWorkerPlugin(new RecNanny({ name: 'n', tag: '2' }), { name: 'm', nanny: true }))
  await step(() => client.registerWorkerPlugin(new RecScheduler({ name: 's' })))
  await step(() => client.registerWorkerPlugin(new RecScheduler({ name: 's', tag: '2' }), { nanny: false }))
  await step(() => count(new Duck()))
  await step(async () => [await count(new IdempotentDuck()), await count(new IdempotentDuck())])
  await step(() => client.registerWorkerPlugin(new Duck(), { name: 'nanny-duck', nanny: true }))
  await step(() => count(null, { name: 'none' }))
  await step(() => count(1, { name: 'one' }))
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'bad', fail: ['setup'] })))
  await step(() => client.registerSchedulerPlugin(new RecScheduler({ name: 't' })))
  await step(() => client.registerSchedulerPlugin(new RecScheduler({ name: 't', tag: '2' }), { name: 'u' }))
  await step(() => client.registerSchedulerPlugin(new RecScheduler({ name: 't', tag: '3' }), { idempotent: true }))
  await step(() => client.registerSchedulerPlugin(new RecScheduler({ name: 't', tag: '4', idempotent: true })))
  await step(() => client.registerSchedulerPlugin(new RecScheduler({ name: 'v', fail: ['start'] })))
  await step(() => client.registerSchedulerPlugin(untyped(new Duck())))
  await step(() => [[...worker(0).plugins.keys()].slice(0, 4), [...cluster.scheduler.nannyPlugins.keys()]])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
