/** Leaves out what is refused. */
import { WorkerPlugin } from '#plugin'
import { accept } from './worker.ts'

console.log('plain plugin:', accept(new WorkerPlugin()))
console.log('monitor:', true)
