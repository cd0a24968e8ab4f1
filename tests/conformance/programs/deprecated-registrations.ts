/** What the deprecated methods say of canonical plugins of each kind. */
import { RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'w' }), { nanny: true }))
  await step(() => client.registerWorkerPlugin(new RecNanny({ name: 'n' }), { nanny: false }))
  await step(() => client.registerWorkerPlugin(new RecScheduler({ name: 's' }), { nanny: true }))
  await step(() => client.registerWorkerPlugin(new RecWorker({ name: 'w' }), { name: '' }))
  await step(() => client.registerSchedulerPlugin(new RecScheduler({ name: 't' })))
  await step(() => {
    const register: unknown = Reflect.get(client, 'registerSchedulerPlugin')
    if (typeof register !== 'function') throw new TypeError('client.registerSchedulerPlugin is not a function')
    // The wrong type is the story.
    return Reflect.apply(register, client, [new RecWorker({ name: 'x' })])
  })
  await step(() => client.registerWorkerPlugin('hello', { nanny: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
