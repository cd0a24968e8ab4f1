/** Hooks that give way: whether a late worker waits for one before it calls the next. */
import { type Worker, WorkerPlugin } from 'distributed'
import { recordingWorker } from './hooks.ts'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

/** Longer than any message takes. */
async function giveWay(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await null
}

class Slow extends recordingWorker(WorkerPlugin) {
  override async setup(worker: Worker): Promise<void> {
    super.setup(worker)
    await giveWay()
    super.setup(worker)
  }

  override async teardown(worker: Worker): Promise<void> {
    super.teardown(worker)
    await giveWay()
    super.teardown(worker)
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  for (const name of ['a', 'b']) await step(() => client.registerPlugin(new Slow({ name })))
  await step(() => cluster.scale(2))
  await step(() => result(client.submit(inc, [1], { key: 'k', workers: [1] })))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
