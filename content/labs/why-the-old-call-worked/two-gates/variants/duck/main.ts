/** Once the reader's files are loaded comes a stranger with the right methods and no base. It has to be refused, so the program ends with an error. */
import { Client, LocalCluster } from 'distributed'
import './ledger.ts'
import './monitor.ts'

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

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

try {
  await client.registerPlugin(new Duck())
} finally {
  await client.close()
  await cluster.close()
}
