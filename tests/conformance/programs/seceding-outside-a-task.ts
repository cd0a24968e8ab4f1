/** What only a task can ask for. */
import { getWorker, secede, workerClient } from 'distributed'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => secede())
  await step(() => getWorker())
  await step(() => workerClient(() => null))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
