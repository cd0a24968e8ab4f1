/** A task registers a plugin. */
import { getClient } from 'distributed'
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

const registerFromTask = () => getClient().registerPlugin(new RecWorker({ name: 'inner' }))

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, result, step, worker }) => {
  await step(() => result(client.submit(registerFromTask, [], { key: 'a' })))
  await step(() => [...worker(0).plugins.keys()])
  await step(() => result(client.submit(inc, [1], { key: 'b' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
