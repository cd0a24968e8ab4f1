/**
 * Workers come and go: one joins late and leaves, all restart, and the monitor is registered again and removed. Each report
 * is made by asking `instanceof` of it, in this file, where the reader's files cannot.
 */
import { Client, LocalCluster } from 'distributed'
import { arrived } from './arrived.ts'
import * as reader from './monitor.ts'

if (!('Monitor' in reader)) throw new Error('monitor.ts has no export Monitor')

/** `ran`: a task, its worker and its milliseconds. `left`: what ran there before must have arrived. `arrived`: what did. `done`. */
class Report {
  [field: string]: unknown
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) this[name] = fields[name]
  }
}

/** A task costs the cluster one millisecond of its own. */
const OWN_MS = 1

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)
const { clock } = cluster.scheduler
const spend = (ms: number) => clock.advance(ms / 1000)

await client.registerPlugin(new reader.Monitor(), { name: 'monitor' })
await run(0, [7, 19])
await run(1, [3, 26, 11, 4, 90])
await cluster.scale(3)
await run(2, [64])
await cluster.scale(2)
await look('scaled-down', [2])
await run(1, [8])
await client.registerPlugin(new reader.Monitor(), { name: 'monitor' })
await look('registered-again', [0, 1])
await run(0, [15, 33])
await client.restart()
await look('restarted', [0, 1])
await run(0, [21])
await client.unregisterWorkerPlugin('monitor')
await look('unregistered', [0])
await client.registerPlugin(new reader.Monitor(), { name: 'monitor' })
await run(0, [17])
await cluster.scale(0)
await look('closed', [0])
await client.close()
await cluster.close()
tell({ kind: 'done' })

async function run(worker: number, durations: readonly number[]): Promise<void> {
  for (const ms of durations) {
    const task = `task-${ms}`
    await client.submit(spend, [ms], { key: task, workers: [worker] }).result()
    tell({ kind: 'ran', task, worker: `worker-${worker}`, ms: ms + OWN_MS })
  }
}

async function look(way: string, workers: readonly number[]): Promise<void> {
  for (const worker of workers) tell({ kind: 'left', way, worker: `worker-${worker}` })
  for (const { task, worker, ms } of await arrived(client)) tell({ kind: 'arrived', way, task, worker, ms })
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
