/** One class under four spellings: is it one class? */
import { WorkerPlugin } from 'distributed'
import * as full from 'distributed/diagnostics/plugin'
import * as shallow from 'dask/distributed'
import * as deep from 'dask/distributed'

console.log('distributed/diagnostics/plugin', full.WorkerPlugin === WorkerPlugin)
console.log('dask/distributed', shallow.WorkerPlugin === WorkerPlugin)
console.log('dask/distributed/diagnostics/plugin', deep.WorkerPlugin === WorkerPlugin)

class Monitor extends deep.WorkerPlugin {}

console.log('a Monitor is a WorkerPlugin', new Monitor() instanceof WorkerPlugin)
