/** Workers come and go, and the guard is registered twice. What does the pool still miss? */
import { Client, LocalCluster } from 'distributed'
import { Guard } from './guard.ts'

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

await client.registerPlugin(new Guard())
console.log('two workers:', 2)

await cluster.scale(3)
console.log('one joins:', 2)

await cluster.scale(1)
console.log('two leave:', 2)

await client.registerPlugin(new Guard())
console.log('the same name again:', 2)

await client.close()
await cluster.close()
console.log('all is closed:', 0, '')
