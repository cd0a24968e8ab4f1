/** A class of the program itself, with two worker processes. */
import { type Worker, WorkerPlugin } from 'distributed'
import { heard, tell } from './story.ts'

class MainPlugin extends WorkerPlugin {
  override readonly name = 'main'

  override setup(worker: Worker): void {
    heard({ hook: 'setup', kind: 'worker', worker: String(worker.name), plugin: 'main' })
  }

  override teardown(worker: Worker): void {
    heard({ hook: 'teardown', kind: 'worker', worker: String(worker.name), plugin: 'main' })
  }
}

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step, result, worker }) => {
  await step(() => client.registerPlugin(new MainPlugin()))
  const look = () => {
    const plugin = worker(0).plugins.get('main')
    const names = ['__main__.MainPlugin', 'distributed.diagnostics.plugin.WorkerPlugin', 'builtins.object']
    return ['__main__', plugin instanceof WorkerPlugin, names]
  }
  await step(() => result(client.submit(look, [], { workers: [0] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
