/** Modules that are sent under several names. */
import { type Plugin, type RegisterOptions, UploadFile } from 'distributed'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  const register = async (plugin: Plugin, options?: RegisterOptions) =>
    Object.keys((await client.registerPlugin(plugin, options)) ?? {}).length
  const unregister = async (name: string) => Object.keys((await client.unregisterWorkerPlugin(name)) ?? {}).length
  const names = () => [...cluster.scheduler.workerPlugins.keys()].map((name) => name.split('-')[0])
  await step(() => register(new UploadFile('one-mod.ts')))
  await step(() => register(new UploadFile('two-mod.ts')))
  await step(() => register(new UploadFile('three-mod.ts'), { name: 'three' }))
  await step(names)
  await step(() => unregister('three'))
  await step(() => unregister('upload_file'))
  await step(names)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
