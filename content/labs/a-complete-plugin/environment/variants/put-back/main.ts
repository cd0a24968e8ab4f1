/**
 * Another plugin has set variables before. The settings come, are replaced by others of the same name, and go: what do workers
 * that start afterwards see? Reports are made as in the other hidden program.
 */
import { Client, Environ, LocalCluster } from 'distributed'
import * as reader from './settings.ts'

if (!('Settings' in reader)) throw new Error('settings.ts has no export Settings')

/** `now`: what a worker sees of a variable after a step, and what it should. `done`. */
class Report {
  [field: string]: unknown
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) this[name] = fields[name]
  }
}

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

await client.registerPlugin(new Environ({ REGION: 'south', OWNER: 'somebody else' }), { name: 'theirs' })
await register({ REGION: 'north', THREADS: '1' })
await look('registered', { OWNER: 'somebody else', REGION: 'north', THREADS: '1', MODE: '' })
await register({ THREADS: '2', MODE: 'fast' })
await look('replaced', { OWNER: 'somebody else', REGION: 'south', THREADS: '2', MODE: 'fast' })
await register({ MODE: 'slow' })
await look('replaced', { OWNER: 'somebody else', REGION: 'south', THREADS: '', MODE: 'slow' })
await client.unregisterWorkerPlugin('settings', { nanny: true })
await look('removed', { OWNER: 'somebody else', REGION: 'south', THREADS: '', MODE: '' })
await register({ REGION: 'west' })
await client.unregisterWorkerPlugin('settings', { nanny: true })
await look('removed', { OWNER: 'somebody else', REGION: 'south', THREADS: '', MODE: '' })
tell({ kind: 'done' })
await client.close()
await cluster.close()

async function register(variables: Readonly<Record<string, string>>): Promise<void> {
  await client.registerPlugin(new reader.Settings(variables), { name: 'settings' })
}

/** Workers that start anew have what their nannies have by then. */
async function look(step: string, expected: Readonly<Record<string, string>>): Promise<void> {
  await client.restart()
  await client.waitForWorkers(2)
  for (const { address, env } of cluster.scheduler.workers.values()) {
    // Not `Object.entries`, which the reader's file may have replaced.
    for (const name in expected) {
      tell({ kind: 'now', step, worker: address, name, seen: env[name] ?? '', expected: expected[name] })
    }
  }
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
