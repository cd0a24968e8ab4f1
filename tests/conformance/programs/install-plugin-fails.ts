/** A function that fails on the scheduler, and one that fails on the worker. */
import { InstallPlugin } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { tell } from './story.ts'

let installed = 0

const installAndFail = (): void => {
  installed += 1
  throw new RuntimeError('install failed on purpose')
}

const installOnce = (): void => {
  installed += 1
  if (installed > 1) throw new RuntimeError('install failed on purpose')
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const where = () =>
    [cluster.scheduler.plugins, cluster.scheduler.workerPlugins].map((plugins) =>
      [...plugins.keys()].map((name) => name.split('-')[0]),
    )
  await step(() => client.registerPlugin(new InstallPlugin(installAndFail, { restartWorkers: false })))
  await step(() => installed)
  await step(where)
  await step(() => {
    installed = 0
    return client.registerPlugin(new InstallPlugin(installOnce, { restartWorkers: false }))
  })
  await step(() => installed)
  await step(where)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
