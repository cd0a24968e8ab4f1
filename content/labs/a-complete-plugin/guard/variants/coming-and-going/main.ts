/**
 * Workers join, leave and restart, and the guard is registered again and removed. After each step the pool says who has what.
 * Each report is made by asking `instanceof` of it, in this file, where the reader's files cannot.
 */
import { Client, LocalCluster } from 'distributed'
import * as reader from './guard.ts'
import { books, givenBackTwice } from './pool.ts'

if (!('Guard' in reader)) throw new Error('guard.ts has no export Guard')

/** `entry`: how often a worker has a thing after a step, and whether it should. `twice`: what was given back twice. `done`. */
class Report {
  [field: string]: unknown
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) this[name] = fields[name]
  }
}

const cluster = new LocalCluster({ nWorkers: 3 })
const client = new Client(cluster)

await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('registered', 3)
await cluster.scale(5)
look('joined', 5)
await cluster.scale(2)
look('left', 2)
await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('again', 2)
await client.restart()
look('restarted', 2)
await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('again', 2)
// What a teardown throws is in the trace; the books are looked at all the same.
await client.unregisterWorkerPlugin('guard').catch(() => undefined)
look('unregistered', 0)
await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('registered', 2)
await client.close()
await cluster.close()
look('closed', 0)
for (const entry in givenBackTwice()) tell({ kind: 'twice', entry })
tell({ kind: 'done' })

/** @param workers how many there are: `worker-0` and so on. Loops and plain objects alone: what else there is, the reader's file may have replaced. */
function look(step: string, workers: number): void {
  const lent: Record<string, number> = { ...books() }
  for (let worker = 0; worker < workers; worker += 1) {
    lookAt(step, `worker-${worker}: connection`, lent)
    lookAt(step, `worker-${worker}: folder`, lent)
  }
  for (const entry in lent) tell({ kind: 'entry', step, entry, times: lent[entry], expected: false })
}

function lookAt(step: string, entry: string, lent: Record<string, number>): void {
  tell({ kind: 'entry', step, entry, times: lent[entry] ?? 0, expected: true })
  delete lent[entry]
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
