/** One class under four spellings: is it one class? */
import * as shallow from 'dask/distributed'
import * as deep from 'dask/distributed'
import { WorkerPlugin } from 'distributed'
import * as full from 'distributed/diagnostics/plugin'

console.log('full', full.WorkerPlugin === WorkerPlugin)
console.log('shallow', shallow.WorkerPlugin === WorkerPlugin)
console.log('deep', deep.WorkerPlugin === WorkerPlugin)

class Monitor extends deep.WorkerPlugin {}

console.log('a Monitor is a WorkerPlugin', new Monitor() instanceof WorkerPlugin)
