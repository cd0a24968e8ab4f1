/** What a client says of calls that make no sense. */
import { inc, QuietWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  // The wrong types are the story.
  const call = (method: 'submit' | 'map' | 'waitForWorkers', ...args: readonly unknown[]) =>
    Reflect.apply(client[method], client, args)
  await step(() => call('submit', 1))
  await step(() => call('map', 1, []))
  await step(() => client.submit(inc, [1], { allowOtherWorkers: true }))
  await step(() => client.map(inc, [[1]], { allowOtherWorkers: true }))
  await step(() => call('submit', inc, [1], { workers: [0], allowOtherWorkers: 'yes' }))
  await step(() => client.waitForWorkers(0))
  await step(() => call('waitForWorkers', '2'))
  await step(() => client.waitForWorkers(2, { timeout: 0.1 }))
  await step(() => client.registerPlugin(new QuietWorker({ name: 'x' }), { name: '' }))
  await step(() => client.unregisterWorkerPlugin('nobody'))
  await step(() => client.unregisterWorkerPlugin('nobody', { nanny: true }))
  await step(() => client.unregisterSchedulerPlugin('nobody'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
