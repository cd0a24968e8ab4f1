/** Registers a plugin for the workers and one for the scheduler, and computes two sums. */
import { Client, LocalCluster } from 'dask/distributed'
import { Ledger } from './ledger.ts'
import { TaskMonitor } from './monitor.ts'

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

console.log(await client.registerPlugin(new TaskMonitor()))
console.log(await client.registerPlugin(new Ledger()))


await client.close()
await cluster.close()
