/** Hangs the monitor under the other class, after the fact. */
import { WorkerPlugin } from '#plugin'
import { TaskMonitor } from './monitor.ts'
import { accept } from './worker.ts'

Object.setPrototypeOf(TaskMonitor.prototype, WorkerPlugin.prototype)
console.log('plain plugin:', accept(new WorkerPlugin()))
console.log('monitor:', accept(new TaskMonitor()))
