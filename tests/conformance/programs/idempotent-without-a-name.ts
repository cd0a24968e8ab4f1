/** Idempotent plugins, with and without a name to be known by. */
import { type Plugin, type RegisterOptions, WorkerPlugin } from 'distributed'
import { tell } from './story.ts'

class Once extends WorkerPlugin {
  override readonly idempotent = true
}

class Named extends WorkerPlugin {
  override readonly name = 'named'
  override readonly idempotent = true
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  const register = async (plugin: Plugin, options?: RegisterOptions) =>
    Object.keys((await client.registerPlugin(plugin, options)) ?? {}).length
  await step(() => register(new Once()))
  await step(() => register(new Once()))
  await step(() => register(new Once(), { name: 'once' }))
  await step(() => client.registerPlugin(new Once(), { name: 'once' }))
  await step(() => client.registerPlugin(new Named(), { name: 'once' }))
  await step(() => register(new Named()))
  await step(() => client.registerPlugin(new Named()))
  await step(() => [...worker(0).plugins.keys()].map((name) => name.split('-')[0]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
