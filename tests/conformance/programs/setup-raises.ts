/** A setup that fails on one worker of two. */
import type { Worker } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

class FailOn1 extends RecWorker {
  override setup(worker: Worker): void {
    super.setup(worker)
    if (worker.name === 1) throw new RuntimeError('setup failed on worker 1')
  }
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result, note, worker }) => {
  await step(() => client.registerPlugin(new FailOn1({ name: 'rec' })))
  note('worker.plugins after', Object.fromEntries([0, 1].map((name) => [name, [...worker(name).plugins.keys()]])))
  note('scheduler.worker_plugins after', [...cluster.scheduler.workerPlugins.keys()])
  await step(() => result(client.submit(inc, [1], { key: 'inc-1', workers: [1] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
