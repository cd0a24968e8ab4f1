/** The nannies run the function, and start their workers anew. */
import { InstallPlugin } from 'distributed'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

const install = (): void => undefined

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result, worker }) => {
  const before = worker(0)
  await step(() => client.registerPlugin(new InstallPlugin(install, { restartWorkers: true })))
  await step(() => worker(0) !== before)
  await step(() =>
    [cluster.scheduler.plugins, cluster.scheduler.nannyPlugins].map((plugins) =>
      [...plugins.keys()].map((name) => name.split('-')[0]),
    ),
  )
  await step(() => result(client.submit(inc, [1])))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
