/** One worker of three gets no folder. Reports are made as in the other hidden program. */
import { Client, LocalCluster } from 'distributed'
import * as reader from './guard.ts'
import { books, EXHAUSTED, givenBackTwice } from './pool.ts'

if (!('Guard' in reader)) throw new Error('guard.ts has no export Guard')

/** `setup`: what the client was told. `expected`: the error of the pool. `held`: what is left in the end. `twice`, `done`. */
class Report {
  [field: string]: unknown
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) this[name] = fields[name]
  }
}

const cluster = new LocalCluster({ nWorkers: 3 })
const client = new Client(cluster)

tell({ kind: 'setup', told: await messageOf(() => client.registerPlugin(new reader.Guard(), { name: 'guard' })) })
tell({ kind: 'expected', told: EXHAUSTED })
await client.close()
await cluster.close()
const lent = books()
for (const entry in lent) if (lent[entry] !== 0) tell({ kind: 'held', entry })
for (const entry in givenBackTwice()) tell({ kind: 'twice', entry })
tell({ kind: 'done' })

async function messageOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return ''
  } catch (error) {
    return `${Object(error).message}`
  }
}

function tell(fields: Readonly<Record<string, unknown>>): void {
  if (!(new Report(fields) instanceof Report)) throw new Error('A report is no report.')
}
