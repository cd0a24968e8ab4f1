/** Registers a plugin for the workers and one for the scheduler, and computes two sums. */
import { Client, LocalCluster } from 'dask/distributed'
import { Account } from './ledger.ts'
import { TaskMonitor } from './monitor.ts'

const add = (a: number, b: number) => a + b

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

console.log(await client.registerPlugin(new TaskMonitor()))
console.log(await client.registerPlugin(new Account()))

console.log('1 + 1 =', await client.submit(add, [1, 1]).result())
console.log('2 + 3 =', await client.submit(add, [2, 3]).result())

await client.close()
await cluster.close()
