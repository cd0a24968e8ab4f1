/** A result goes from one worker to another. */
import type { Future } from 'distributed'
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result }) => {
  let a: Future<number> | null = null
  await step(async () => {
    const registered = await client.registerPlugin(new RecWorker({ name: 'rec' }))
    a = client.submit(inc, [1], { key: 'a', workers: ['0'] })
    await a.result()
    return registered
  })
  await step(() => a && result(client.submit(inc, [a], { key: 'b', workers: ['1'] })))
  await step(async () => {
    a?.release()
    await client.close()
    await cluster.close()
  })
})
