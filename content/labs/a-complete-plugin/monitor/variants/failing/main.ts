/** A task that fails, and one that fails at first and is tried again: each try took its time. Reports are made as in the other hidden program. */
import { Client, LocalCluster } from 'distributed'
import { arrived } from './arrived.ts'
import * as reader from './monitor.ts'

if (!('Monitor' in reader)) throw new Error('monitor.ts has no export Monitor')

class Report {
  [field: string]: unknown
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) this[name] = fields[name]
  }
}

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)
const { clock } = cluster.scheduler
let tries = 0

await client.registerPlugin(new reader.Monitor())
await client
  .submit(fail, [46], { key: 'fails' })
  .result()
  .catch(() => undefined)
await client.submit(failAtFirst, [13], { key: 'tried-again', retries: 1 }).result()
// A task costs the cluster one millisecond of its own, and the second try takes twice as long.
tell({ kind: 'ran', task: 'fails', worker: 'worker-0', ms: 47 })
tell({ kind: 'ran', task: 'tried-again', worker: 'worker-0', ms: 14 })
tell({ kind: 'ran', task: 'tried-again', worker: 'worker-0', ms: 27 })
tell({ kind: 'left', way: 'closed', worker: 'worker-0' })
await cluster.scale(0)
for (const { task, worker, ms } of await arrived(client)) tell({ kind: 'arrived', way: 'closed', task, worker, ms })
await client.close()
await cluster.close()
tell({ kind: 'done' })

function fail(ms: number): void {
  clock.advance(ms / 1000)
  throw new Error('this task fails')
}

function failAtFirst(ms: number): void {
  tries += 1
  clock.advance((ms * tries) / 1000)
  if (tries === 1) throw new Error('this task fails at first')
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
