/** A teardown that fails on one worker of two. */
import type { Worker } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

class TeardownFailsOn1 extends RecWorker {
  override teardown(worker: Worker): void {
    super.teardown(worker)
    if (worker.name === 1) throw new RuntimeError('teardown failed on worker 1')
  }
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new TeardownFailsOn1({ name: 'rec' })))
  await step(() => client.registerPlugin(new TeardownFailsOn1({ name: 'rec', tag: '2' })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '3', idempotent: true })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
