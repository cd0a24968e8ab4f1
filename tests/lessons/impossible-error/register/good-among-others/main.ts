/** Registers three plugins, shows that the old one is refused, and starts all workers anew. */
import { Client, LocalCluster } from 'distributed'
import { MemoryMonitor, OldMonitor, Planner, TaskMonitor } from './monitor.ts'

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

try {
  await client.registerPlugin(new OldMonitor())
} catch (error) {
  console.log('still refused:', String(error))
}
for (const plugin of [new Planner(), new MemoryMonitor(), new TaskMonitor()]) await client.registerPlugin(plugin)
await client.restart()

await client.close()
await cluster.close()
