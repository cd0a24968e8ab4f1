/** Starts two workers, registers the plugin, and computes one sum. */
import { Client, LocalCluster } from 'dask/distributed'
import { TaskMonitor } from './monitor.ts'

const add = (a: number, b: number) => a + b

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

try {
  console.log(await client.registerPlugin(new TaskMonitor()))
} catch (error) {
  console.error(error)
}
console.log('1 + 1 =', await client.submit(add, [1, 1]).result())

await client.close()
await cluster.close()
