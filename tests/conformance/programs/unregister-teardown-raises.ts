/** A plugin is taken away, and its teardown fails. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, note, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', fail: ['teardown'] })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => client.unregisterWorkerPlugin('rec', { nanny: true }))
  note('worker.plugins after', Object.fromEntries([0, 1].map((name) => [name, [...worker(name).plugins.keys()]])))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
