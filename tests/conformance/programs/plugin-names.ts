/** The name of a plugin: given, its own, or made up. */
import { WorkerPlugin } from 'distributed'
import { RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

class Nameless extends WorkerPlugin {}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  const names = () => [...cluster.scheduler.workerPlugins.keys()]
  const beginnings = () => names().map((name) => name.split('-')[0])
  await step(async () => (await client.registerPlugin(new Nameless())) && beginnings())
  await step(async () => (await client.registerPlugin(new Nameless())) && names().length)
  await step(async () => {
    const plugin = new Nameless()
    await client.registerPlugin(plugin)
    await client.registerPlugin(plugin)
    return names().length
  })
  await step(
    async () => (await client.registerPlugin(new RecWorker({ name: 'own' }), { name: 'given' })) && names().at(-1),
  )
  await step(async () => (await client.registerPlugin(new RecWorker({ name: 'own' }), {})) && names().at(-1))
  await step(() => client.registerPlugin(new RecWorker({ name: 'own' }), { name: '' }))
  await step(() => client.registerPlugin(new RecWorker({ name: '' })))
  await step(() => client.registerPlugin(Object.assign(new RecWorker({ name: '' }), { name: null })))
  await step(() => Object(worker(0).plugins.get('given')).name)
  await step(() => client.unregisterWorkerPlugin('given'))
  await step(async () => {
    await client.registerPlugin(new RecScheduler({ name: 'sch' }), { name: 'other' })
    return [...cluster.scheduler.plugins.keys()]
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
