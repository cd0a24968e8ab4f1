/** Instances of the base classes, which are plugins and do nothing. */
import { NannyPlugin, type Plugin, type RegisterOptions, SchedulerPlugin, WorkerPlugin } from 'distributed'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

const beginnings = (names: Iterable<string>) => [...names].map((name) => name.split('-')[0])

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result }) => {
  const register = async (plugin: Plugin, options?: RegisterOptions) =>
    Object.keys((await client.registerPlugin(plugin, options)) ?? {}).length
  await step(() => register(new WorkerPlugin()))
  await step(() => client.registerPlugin(new SchedulerPlugin()))
  await step(() => register(new NannyPlugin()))
  await step(() => register(new WorkerPlugin(), { name: 'base' }))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => beginnings(cluster.scheduler.workerPlugins.keys()))
  await step(() => beginnings(cluster.scheduler.nannyPlugins.keys()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
