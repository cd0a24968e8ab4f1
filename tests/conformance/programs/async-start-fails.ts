/** The start of a scheduler plugin gives way before it fails. */
import type { Scheduler } from 'distributed'
import { RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

class BadStart extends RecScheduler {
  override async start(scheduler: Scheduler): Promise<void> {
    await null
    super.start(scheduler)
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new BadStart({ name: 'sch', fail: ['start'] })))
  await step(() => cluster.scheduler.plugins.has('sch'))
  await step(() => client.registerPlugin(new BadStart({ name: 'sch', tag: '2' })))
  await step(() => client.registerPlugin(new BadStart({ name: 'sch', tag: '3', idempotent: true, fail: ['start'] })))
  await step(() => client.unregisterSchedulerPlugin('sch'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
