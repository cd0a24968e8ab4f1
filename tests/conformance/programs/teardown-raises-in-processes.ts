/** A teardown that fails on workers with nannies: replaced, restarted, removed. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', fail: ['teardown'] })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'quiet' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '2', fail: ['teardown'] })))
  await step(() => client.restart())
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => result(client.submit(inc, [1], { key: 'k', workers: [0] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
