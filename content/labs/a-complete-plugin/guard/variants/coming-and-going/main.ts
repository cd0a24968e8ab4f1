/**
 * Workers join, leave and restart, and the guard is registered again and removed. After each step the pool says who has what.
 * Each report is made by asking `instanceof` of it, in this file, where the reader's files cannot.
 */
import { Client, LocalCluster } from 'distributed'
import * as reader from './guard.ts'
import { givenBackTwice, held } from './pool.ts'

if (!('Guard' in reader)) throw new Error('guard.ts has no export Guard')

/** `entry`: how often a worker has a thing after a step, and whether it should. `twice`: what was given back twice. `done`. */
class Report {
  constructor(fields: Readonly<Record<string, unknown>>) {
    Object.assign(this, fields)
  }
}

const cluster = new LocalCluster({ nWorkers: 3 })
const client = new Client(cluster)

await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('registered', [0, 1, 2])
await cluster.scale(5)
look('joined', [0, 1, 2, 3, 4])
await cluster.scale(2)
look('left', [0, 1])
await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('again', [0, 1])
await client.restart()
look('restarted', [0, 1])
await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('again', [0, 1])
// What a teardown throws is in the trace; the books are looked at all the same.
await client.unregisterWorkerPlugin('guard').catch(() => undefined)
look('unregistered', [])
await client.registerPlugin(new reader.Guard(), { name: 'guard' })
look('registered', [0, 1])
await client.close()
await cluster.close()
look('closed', [])
for (const entry of givenBackTwice()) tell({ kind: 'twice', entry })
tell({ kind: 'done' })

function look(step: string, workers: readonly number[]): void {
  const expected = workers.flatMap((worker) => [`worker-${worker}: connection`, `worker-${worker}: folder`])
  const lent = held()
  for (const entry of new Set([...expected, ...lent])) {
    const times = lent.filter((one) => one === entry).length
    tell({ kind: 'entry', step, entry, times, expected: expected.includes(entry) })
  }
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
