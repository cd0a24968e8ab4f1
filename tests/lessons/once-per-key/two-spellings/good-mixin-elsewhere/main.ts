/** Offers the worker the monitor, and then what is none. */
import { TaskMonitor } from './monitor.ts'
import { accept } from './worker.ts'

class Stranger {}

console.log('monitor:', accept(new TaskMonitor()))
console.log('stranger:', accept(new Stranger()))
