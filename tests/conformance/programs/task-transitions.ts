/** A task that succeeds and one that fails, heard on both sides. */
import type { Future } from 'distributed'
import { boom, inc, RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const futures: Future<number>[] = []
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  await step(async () => {
    const f = client.submit(inc, [1], { key: 'ok' })
    futures.push(f)
    await f.result()
    return `<Future: ${f.status}, type: int, key: ok>`
  })
  await step(async () => {
    const g = client.submit(boom, [1], { key: 'bad' })
    futures.push(g)
    await g.exception()
    return `<Future: ${g.status}, key: bad>`
  })
  await step(() => futures[0]?.release())
  await step(() => futures[1]?.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
