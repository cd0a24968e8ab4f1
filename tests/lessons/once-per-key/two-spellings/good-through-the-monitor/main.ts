/** Takes the class from the monitor. */
import { WorkerPlugin } from './monitor.ts'
import { TaskMonitor } from './monitor.ts'
import { accept } from './worker.ts'

console.log('plain plugin:', accept(new WorkerPlugin()))
console.log('monitor:', accept(new TaskMonitor()))
