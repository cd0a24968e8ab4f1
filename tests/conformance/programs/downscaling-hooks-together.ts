/** Two plugins say which workers may be spared, and one of them cannot tell. */
import { SchedulerPlugin } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { tell } from './story.ts'

/** Lets worker 0 never go. */
class Picky extends SchedulerPlugin {
  override readonly name: string

  constructor(name: string) {
    super()
    this.name = name
  }

  override validWorkersDownscaling(...[, workers]: Parameters<SchedulerPlugin['validWorkersDownscaling']>) {
    if (this.name === 'bad') throw new RuntimeError('valid_workers_downscaling failed on purpose')
    return workers.filter(({ name }) => name !== 0)
  }
}

export const told = await tell({ nWorkers: 3 }, async ({ client, cluster, step }) => {
  const toClose = (n: number) => cluster.scheduler.workersToClose({ n }).length
  await step(() => toClose(3))
  await step(() => client.registerPlugin(new Picky('picky')))
  await step(() => [toClose(3), toClose(2), toClose(1)])
  await step(() => client.registerPlugin(new Picky('bad')))
  await step(() => toClose(3))
  await step(() => client.retireWorkers(null, { n: 1 }))
  await step(() => client.unregisterSchedulerPlugin('bad'))
  await step(() => toClose(3))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
