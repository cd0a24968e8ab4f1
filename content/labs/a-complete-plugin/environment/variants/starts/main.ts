/**
 * A worker that was running before the settings came, one that joins later, and both again after a restart: each says what
 * its environment has as it starts, and what it has in the end. Each report is made by asking `instanceof` of it, in this file.
 */
import { Client, LocalCluster, type Worker, WorkerPlugin } from 'distributed'
import * as reader from './settings.ts'

if (!('Settings' in reader)) throw new Error('settings.ts has no export Settings')

/** `start`: what a worker sees before any other plugin. `now`: what all see after a step. `done`. */
class Report {
  [field: string]: unknown
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) this[name] = fields[name]
  }
}

/** Registered before the settings, so each worker sets it up first. */
class AtStart extends WorkerPlugin {
  override readonly name = 'at-start'
  override setup(worker: Worker) {
    tell({ kind: 'start', step, worker: worker.address, seen: seenBy(worker) })
  }
}

const EXPECTED = { OMP_NUM_THREADS: '1', REGION: 'north' }
let step = 'before'

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)
tell({ kind: 'expected', seen: seenBy({ env: EXPECTED }) })
await client.registerPlugin(new AtStart())
step = 'registered'
await client.registerPlugin(new reader.Settings(EXPECTED), { name: 'settings' })
await look()
step = 'joined'
await cluster.scale(3)
await look()
step = 'restarted'
await client.restart()
await look()
tell({ kind: 'done' })
// Whatever starts from here on is not asked about.
step = 'closing'
await client.close()
await cluster.close()

async function look(): Promise<void> {
  await client.waitForWorkers(step === 'registered' ? 2 : 3)
  for (const worker of cluster.scheduler.workers.values()) {
    tell({ kind: 'now', step, worker: worker.address, seen: seenBy(worker) })
  }
}

/** What a worker sees of them. Loops alone: what else there is, the reader's file may have replaced. */
function seenBy({ env }: Pick<Worker, 'env'>): string {
  let seen = ''
  for (const name in EXPECTED) if (name in env) seen += `${seen === '' ? '' : ' '}${name}=${env[name]}`
  return seen
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
