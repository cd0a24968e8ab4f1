/** Which calls have the same key. */
import type { Future } from 'distributed'
import { boom, inc } from './plugins.ts'
import { tell } from './story.ts'

const length = (list: readonly number[]): number => list.length

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const distinct = (...futures: readonly Future<unknown>[]) => {
    for (const future of futures) future.release()
    return new Set(futures.map(({ key }) => key)).size
  }
  await step(() => distinct(client.submit(inc, [1]), client.submit(inc, [1])))
  await step(() => distinct(client.submit(inc, [1]), client.submit(inc, [2]), client.submit(inc, [1.5])))
  await step(() => distinct(client.submit(inc, [1]), client.submit(boom, [1])))
  await step(() => distinct(client.submit(length, [[1, 2]]), client.submit(length, [[1, 2]])))
  await step(() => distinct(client.submit(inc, [1], { pure: false }), client.submit(inc, [1], { pure: false })))
  await step(() => client.submit(inc, [1]).key.split('-')[0])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
