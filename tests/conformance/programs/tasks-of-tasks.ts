/** Tasks that wait for tasks of their own. */
import { RecWorker } from './plugins.ts'
import { kept, withClient, withClientOfWorker } from './seceding.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, result, step }) => {
  await step(async () => void (await client.registerPlugin(new RecWorker({ name: 'rec' }))))
  await step(() => result(client.submit(withClient, [1], { key: 'outer' })))
  await step(() => result(client.submit(withClientOfWorker, [2], { key: 'outer-2' })))
  await step(() => {
    for (const future of kept) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
