/** After the reader's plugin comes a stranger that only has the right methods. It has to be refused, so the program ends with an error. */
import { Client, LocalCluster } from 'distributed'
import * as monitor from './monitor.ts'

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

if (!('TaskMonitor' in monitor)) throw new Error('monitor.ts has no export TaskMonitor')

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

try {
  await client.registerPlugin(new monitor.TaskMonitor())
} catch {
  // Whether the reader's own plugin is accepted is another goal's question.
}
try {
  await client.registerPlugin(new Duck())
} finally {
  await client.close()
  await cluster.close()
}
