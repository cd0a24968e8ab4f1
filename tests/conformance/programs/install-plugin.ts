/** A function runs on the scheduler, on every worker and on those to come. */
import { InstallPlugin } from 'distributed'
import { tell } from './story.ts'

let installed = 0

const install = (): void => {
  installed += 1
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  const plugin = new InstallPlugin(install, { restartWorkers: false })
  const where = () =>
    [cluster.scheduler.plugins, cluster.scheduler.workerPlugins].map((plugins) =>
      [...plugins.keys()].map((name) => name.split('-')[0]),
    )
  await step(() => client.registerPlugin(plugin))
  await step(() => installed)
  await step(() => client.registerPlugin(plugin))
  await step(() => installed)
  await step(() => cluster.scale(3))
  await step(() => installed)
  await step(where)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
