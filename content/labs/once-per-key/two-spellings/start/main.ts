/** Offers the worker a plain plugin, and the monitor. */
import { WorkerPlugin } from '#plugin'
import { TaskMonitor } from './monitor.ts'
import { accept } from './worker.ts'

console.log('plain plugin:', accept(new WorkerPlugin()))
console.log('monitor:', accept(new TaskMonitor()))
