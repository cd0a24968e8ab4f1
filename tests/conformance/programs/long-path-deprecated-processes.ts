/** The deprecated door, with two worker processes. */
import { WorkerPlugin } from 'distributed'
import { LongWorker } from './long-plugins.ts'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step, result, worker }) => {
  await step(() => client.registerWorkerPlugin(new LongWorker({ name: 'rec' })))
  const look = () => {
    const plugin = worker(0).plugins.get('rec')
    const base = plugin === undefined ? null : 'dask.distributed.diagnostics.plugin.WorkerPlugin'
    return [0, base, plugin instanceof WorkerPlugin, plugin !== undefined]
  }
  await step(() => result(client.submit(look, [], { key: 'look-0', workers: [0] })))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1', workers: [0] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
