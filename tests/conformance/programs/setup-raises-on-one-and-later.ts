/** A setup that fails on one worker, each time that it comes. */
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

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new FailOn1({ name: 'rec' })))
  await step(() => cluster.scale(2))
  await step(() => result(client.submit(inc, [1], { key: 'k', workers: [1] })))
  await step(() => client.registerPlugin(new FailOn1({ name: 'rec', tag: '2', idempotent: true })))
  await step(() => client.registerPlugin(new FailOn1({ name: 'rec', tag: '3' })))
  await step(() => cluster.scale(1))
  await step(() => cluster.scale(2))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
