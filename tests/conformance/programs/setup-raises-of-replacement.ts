/** A replacement that fails, and which flag counts afterwards. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'first' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'second', fail: ['setup'] })))
  await step(() => Object(worker(0).plugins.get('rec')).who.tag)
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'third', idempotent: true })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'fourth', idempotent: true })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
