/** Plugins that log events of their own, and who hears them. */
import { type Scheduler, SchedulerPlugin, type Worker, WorkerPlugin } from 'distributed'
import { RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

class SayingWorker extends WorkerPlugin {
  override readonly name = 'saying'

  override setup(worker: Worker): void {
    worker.logEvent('said', { hook: 'setup' })
  }

  override teardown(worker: Worker): void {
    worker.logEvent('said', { hook: 'teardown' })
  }
}

class SayingScheduler extends SchedulerPlugin {
  override readonly name = 'saying'
  scheduler: Scheduler | null = null

  override start(scheduler: Scheduler): void {
    this.scheduler = scheduler
    scheduler.logEvent('said', { hook: 'start' })
  }

  override addWorker(scheduler: Scheduler): void {
    scheduler.logEvent(['said', 'twice'], { hook: 'add_worker' })
  }

  override async close(): Promise<void> {
    this.scheduler?.logEvent('said', { hook: 'close' })
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const got: unknown[] = []
  const said = async () => (await client.getEvents('said')).map(([, message]) => Object(message))
  await step(() => {
    client.subscribeTopic('said', ([, message]) => got.push(message))
  })
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => client.registerPlugin(new SayingWorker()))
  await step(() => client.registerPlugin(new SayingScheduler()))
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(1))
  await step(() => client.unregisterWorkerPlugin('saying'))
  await step(async () => (await said()).map(({ hook }) => hook))
  await step(async () => (await said()).map((message) => 'worker' in message))
  await step(() => got.map((message) => Object(message).hook))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
