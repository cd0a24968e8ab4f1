/** The hooks of scheduler plugins that may be async. */
import { type Scheduler, SchedulerPlugin } from 'distributed'
import { recordingScheduler } from './hooks.ts'
import { tell } from './story.ts'

class AsyncScheduler extends recordingScheduler(SchedulerPlugin) {
  override async addWorker(scheduler: Scheduler, worker: string): Promise<void> {
    super.addWorker(scheduler, worker)
  }

  override async removeWorker(
    scheduler: Scheduler,
    worker: string,
    details: { readonly stimulusId: string },
  ): Promise<void> {
    super.removeWorker(scheduler, worker, details)
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new AsyncScheduler({ name: 'sch' })))
  await step(() => client.registerPlugin(new AsyncScheduler({ name: 'bad', fail: ['add_worker', 'remove_worker'] })))
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
