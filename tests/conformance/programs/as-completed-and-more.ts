/** Futures that are added while others end. */
import { asCompleted, type Future } from 'distributed'
import { add, inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => [client.submit(inc, [1], { key: 'a' }), client.submit(inc, [2], { key: 'b' })] as const
  const [a, b] = await stepWith(step, submit, () => null)
  const kept: Future<number>[] = []
  // Each result is handed on once.
  await step(async () => {
    const found: number[] = []
    const ends = asCompleted([a, b])
    for await (const future of ends) {
      found.push(await future.result())
      if (found.length > 2) continue
      const more = client.submit(add, [future, 10], { key: `more-${future.key}` })
      kept.push(more)
      ends.add(more)
    }
    return found.sort((one, other) => one - other)
  })
  await step(async () => {
    const ends = asCompleted([a, b])
    const before = ends.count()
    await ends.next()
    return [before, ends.count(), ends.isEmpty()]
  })
  await step(async () => {
    const keys: string[] = []
    for await (const batch of asCompleted([a, b]).batches()) for (const { key } of batch) keys.push(key)
    return keys.sort()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
