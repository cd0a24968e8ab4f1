/** The reader's plugin on another number of workers, with one task for each. */
import { Client, LocalCluster } from 'distributed'
import * as monitor from './monitor.ts'

const square = (n: number) => n * n

if (!('TaskMonitor' in monitor)) throw new Error('monitor.ts has no export TaskMonitor')

const cluster = new LocalCluster({ nWorkers: 4 })
const client = new Client(cluster)

await client.registerPlugin(new monitor.TaskMonitor())
const futures = [1, 2, 3, 4].map((n, worker) => client.submit(square, [n], { workers: [worker] }))
await Promise.all(futures.map((future) => future.result()))

await client.close()
await cluster.close()
