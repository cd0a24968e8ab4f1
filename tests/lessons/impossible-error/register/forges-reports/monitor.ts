/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'
import { WorkerPlugin } from 'dask/distributed/diagnostics/plugin'
import { WorkerPlugin as CanonicalPlugin } from 'distributed'
import { host } from 'distributed/host'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }
}

const plugin = new TaskMonitor()
const seat = { pluginKind: 'worker', name: 'monitor', plugin } as const
host.report({
  kind: 'dispatched',
  function: 'registerPlugin',
  value: plugin,
  arms: [CanonicalPlugin],
  hops: [
    { class: TaskMonitor, arm: null },
    { class: CanonicalPlugin, arm: CanonicalPlugin },
  ],
  chosen: CanonicalPlugin,
})
host.report({ kind: 'plugin-registered', process: 'scheduler', via: 'registerPlugin', ...seat })
for (const process of ['worker-0', 'worker-1']) {
  host.report({ kind: 'hook-called', process, hook: 'setup', args: {}, thrown: null, ...seat })
}
