/** A plugin says which workers may be spared. */
import { SchedulerPlugin } from 'distributed'
import { tell } from './story.ts'

/** Lets worker 1 never go. */
class Keeper extends SchedulerPlugin {
  override readonly name = 'keep'

  override validWorkersDownscaling(...[, workers]: Parameters<SchedulerPlugin['validWorkersDownscaling']>) {
    return workers.filter(({ name }) => name !== 1)
  }
}

export const told = await tell({ nWorkers: 3 }, async ({ client, cluster, step }) => {
  const { scheduler } = cluster
  await step(() => client.registerPlugin(new Keeper()))
  const names = (addresses: readonly string[]) =>
    addresses.map((address) => scheduler.workers.get(address)?.name).sort()
  await step(() => scheduler.workersToClose({ n: 1 }).length)
  await step(() => names(scheduler.workersToClose({ n: 3 })))
  await step(() => scheduler.workersToClose().length)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
