import { Client, LocalCluster } from 'distributed'
import * as ledgers from './ledger.ts'
import { TaskMonitor } from './monitor.ts'

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)

if ('OldLedger' in ledgers) {
  await client.registerPlugin(new ledgers.OldLedger()).catch((error) => console.log('refused:', String(error)))
}
await client.registerPlugin(new ledgers.Ledger())
await client.registerPlugin(new TaskMonitor())
console.log('2 + 3 =', await client.submit((a: number, b: number) => a + b, [2, 3]).result())

await client.close()
await cluster.close()
