/** A result goes from one worker to another. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecWorker({ name: 'rec' }))))
  await step(async () => {
    const a = client.submit(inc, [1], { key: 'a', workers: [0] })
    const b = client.submit(inc, [a], { key: 'b', workers: [1] })
    const value = await b.result()
    b.release()
    a.release()
    return value
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
