/** Registers both, restarts the workers, and computes a sum. */
import { Client, LocalCluster } from 'distributed'
import { Ledger, TaskMonitor } from './plugins.ts'

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

await Promise.all([new TaskMonitor(), new Ledger()].map((plugin) => client.registerPlugin(plugin)))
await client.restart()
console.log('1 + 1 =', await client.submit((a: number, b: number) => a + b, [1, 1]).result())

await client.close()
await cluster.close()
