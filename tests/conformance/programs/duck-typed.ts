/** A class with all the hooks and without a base. */
import type { Worker } from 'distributed'
import { inc } from './plugins.ts'
import { heard, tell } from './story.ts'

class Plain {
  on = ''

  setup(worker: Worker): void {
    this.on = String(worker.name)
    heard({ hook: 'setup', kind: 'worker', worker: this.on, plugin: 'Plain', status: worker.status })
  }

  teardown(worker: Worker): void {
    heard({ hook: 'teardown', kind: 'worker', worker: this.on, plugin: 'Plain', status: worker.status })
  }

  transition(key: string, start: string, finish: string): void {
    heard({ hook: 'transition', kind: 'worker', worker: this.on, plugin: 'Plain', key, start, finish })
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  // The wrong type is the story.
  await step(() => Reflect.apply(client.registerPlugin, client, [new Plain()]))
  await step(() => client.registerWorkerPlugin(new Plain()))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
