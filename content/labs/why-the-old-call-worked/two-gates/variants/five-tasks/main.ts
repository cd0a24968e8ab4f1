/** The reader's plugins on two workers, registered by the one method that is current, and five tasks. */
import { Client, LocalCluster } from 'distributed'
import * as ledger from './ledger.ts'
import * as monitor from './monitor.ts'

const square = (n: number) => n * n

if (!('Ledger' in ledger)) throw new Error('ledger.ts has no export Ledger')
if (!('TaskMonitor' in monitor)) throw new Error('monitor.ts has no export TaskMonitor')

const plugins = [new ledger.Ledger(), new monitor.TaskMonitor()] as const
// Says which class is which, wherever the reader has made them: a check at this place can come from here alone.
if (!(plugins[0] instanceof ledger.Ledger)) throw new Error('A Ledger is no Ledger.')
if (!(plugins[1] instanceof monitor.TaskMonitor)) throw new Error('A TaskMonitor is no TaskMonitor.')

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

for (const plugin of plugins) await client.registerPlugin(plugin)
const futures = [1, 2, 3, 4, 5].map((n) => client.submit(square, [n]))
await Promise.all(futures.map((future) => future.result()))

await client.close()
await cluster.close()
