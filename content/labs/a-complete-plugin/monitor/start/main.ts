/** Lets a worker run seven tasks, and draws what the monitor sent. */
import { Client, LocalCluster } from 'distributed'
import { Monitor } from './monitor.ts'
import { sleep } from './time.ts'

const TASKS = { load: 30, clean: 12, split: 5, train: 80, test: 41, rank: 9, save: 22 }

const cluster = new LocalCluster({ nWorkers: 1 })
const client = new Client(cluster)
await client.registerPlugin(new Monitor())

for (const [key, ms] of Object.entries(TASKS)) {
  const future = client.submit(sleep, [ms], { key })
  await future.result()
  future.release()
}
console.log('tasks done:', Object.keys(TASKS).length)

await cluster.scale(0)
const events = await client.getEvents('monitor')
console.table(events.flatMap(([, readings]) => readings))

await client.close()
await cluster.close()
