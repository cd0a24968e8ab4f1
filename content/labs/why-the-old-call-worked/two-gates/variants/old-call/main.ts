/** Once the reader's files are loaded, a stranger comes by the deprecated method. Where Dask has both methods, it has to warn of it. */
import { Client, LocalCluster } from 'distributed'
import './ledger.ts'
import './monitor.ts'

class Duck {
  setup() {
    console.log('a duck is set up')
  }
}

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

if ('registerPlugin' in client && 'registerWorkerPlugin' in client) await client.registerWorkerPlugin(new Duck())

await client.close()
await cluster.close()
