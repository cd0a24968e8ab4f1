/** Two strangers, once the shim is loaded: one with the right methods, one whose base has the right name. Neither may get in. */

import { WorkerPlugin as Shallow } from 'dask/distributed'
import { WorkerPlugin as Deep } from 'dask/distributed/diagnostics/plugin'
import { WorkerPlugin as Base, Client, LocalCluster } from 'distributed'

class Duck {
  idempotent = false
  setup() {
    console.log('a duck is set up')
  }
  teardown() {
    console.log('a duck is torn down')
  }
  transition() {
    console.log('a duck hears of a task')
  }
}

class WorkerPlugin extends Duck {}

class Namesake extends WorkerPlugin {}

console.log(new Duck() instanceof Base, new Namesake() instanceof Base)
console.log(new Duck() instanceof Shallow, new Namesake() instanceof Shallow)
console.log(new Duck() instanceof Deep, new Namesake() instanceof Deep)

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

await offer(new Duck())
await offer(new Namesake())

await client.close()
await cluster.close()

async function offer(stranger: Duck) {
  try {
    await client.registerPlugin(stranger)
  } catch {
    // What was asked, and what was answered, is in the trace.
  }
}
