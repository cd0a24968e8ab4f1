/** After the reader's plugin comes a stranger whose base only has the right name. It has to be refused, so the program ends with an error. */
import { Client, LocalCluster } from 'distributed'
import * as monitor from './monitor.ts'

class WorkerPlugin {
  idempotent = false
  setup() {
    console.log('a namesake is set up')
  }
  teardown() {
    console.log('a namesake is torn down')
  }
  transition() {
    console.log('a namesake hears of a task')
  }
}

class Namesake extends WorkerPlugin {}

if (!('TaskMonitor' in monitor)) throw new Error('monitor.ts has no export TaskMonitor')

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

try {
  await client.registerPlugin(new monitor.TaskMonitor())
} catch {
  // Whether the reader's own plugin is accepted is another goal's question.
}
try {
  await client.registerPlugin(new Namesake())
} finally {
  await client.close()
  await cluster.close()
}
