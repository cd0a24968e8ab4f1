/** Draws the readings by task, and then what they come to. */
import { Client, LocalCluster } from 'distributed'
import { Monitor } from './monitor.ts'
import { sleep } from './time.ts'

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)
await client.registerPlugin(new Monitor())
await client.gather([5, 9, 30].map((ms) => client.submit(sleep, [ms], { key: `task of ${ms}` })))
await cluster.scale(0)

const events = await client.getEvents('monitor')
const readings = events.map(([, reading]) => reading as { readonly task: string; readonly ms: number })
console.table(Object.fromEntries(readings.map(({ task, ms }) => [task, { ms }])))
console.table([{ tasks: readings.length, ms: readings.reduce((sum, { ms }) => sum + ms, 0) }])

await client.close()
await cluster.close()
