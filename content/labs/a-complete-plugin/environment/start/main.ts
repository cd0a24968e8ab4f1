/** What do a running worker and one that joins later see of THREADS? */
import { Client, LocalCluster, type Worker } from 'distributed'
import { Settings } from './settings.ts'

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)
const look = () => client.run((worker: Worker) => worker.env.THREADS ?? 'not set')

await client.registerPlugin(new Settings({ THREADS: '1' }))
await cluster.scale(2)
console.log('registered:', await look())

await client.restart()
console.log('restarted:', await look())

await client.unregisterWorkerPlugin('settings', { nanny: true })
await client.restart()
console.log('removed:', await look())

await client.close()
await cluster.close()
