/** Workers come and go. What does the pool still miss in the end? */
import { Client, LocalCluster } from 'distributed'
import { Guard } from './guard.ts'
import { held } from './pool.ts'

const cluster = new LocalCluster({ nWorkers: 2 })
const client = new Client(cluster)

await client.registerPlugin(new Guard())
console.log('two workers:', held().length)

await cluster.scale(3)
console.log('one joins:', held().length)

await cluster.scale(1)
console.log('two leave:', held().length)

await client.registerPlugin(new Guard())
console.log('the same name again:', held().length)

await client.close()
await cluster.close()
console.log('all is closed:', held().length, held().join(', '))
