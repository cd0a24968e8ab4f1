/** A scheduler plugin that removes another while both hear of a transition, and then itself. */
import { type Scheduler, SchedulerPlugin } from 'distributed'
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

class Removing extends SchedulerPlugin {
  override readonly name = 'removing'
  scheduler: Scheduler | null = null
  readonly left = ['sch', 'removing']

  override start(scheduler: Scheduler): void {
    this.scheduler = scheduler
  }

  override transition(): void {
    const name = this.left.shift()
    if (name !== undefined) this.scheduler?.removePlugin({ name })
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new Removing()))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'other' })))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => ['removing', 'sch', 'other'].filter((name) => cluster.scheduler.plugins.has(name)))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
