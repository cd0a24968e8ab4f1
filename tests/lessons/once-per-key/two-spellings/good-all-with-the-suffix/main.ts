/** All three with the suffix. */
import { WorkerPlugin } from './plugin.ts?v=2'
import { TaskMonitor } from './monitor.ts'
import { accept } from './worker.ts'

console.log('plain plugin:', accept(new WorkerPlugin()))
console.log('monitor:', accept(new TaskMonitor()))
