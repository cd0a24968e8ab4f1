/** What map makes of its lists and keys. */
import type { Future } from 'distributed'
import { add, boom, inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  const gathered = async (futures: readonly Future<number>[]) => {
    const values = await client.gather(futures)
    for (const future of futures) future.release()
    return values
  }
  const keys = (futures: readonly Future<number>[]) => futures.map(({ key }) => key)
  await step(() =>
    gathered(
      client.map(add, [
        [1, 2, 3],
        [10, 20, 30],
      ]),
    ),
  )
  await step(() =>
    gathered(
      client.map(add, [
        [1, 2, 3],
        [10, 20],
      ]),
    ),
  )
  await step(() => gathered(client.map(inc, [[]])))
  await step(() => keys(client.map(inc, [[1, 2]], { key: ['p', 'q'] })))
  await step(() => keys(client.map(inc, [[1, 2]], { key: 'pre' })).map((key) => key.replace(/-\d+$/, '')))
  await step(() => {
    const [[a], [b]] = [keys(client.map(inc, [[1]])), keys(client.map(inc, [[1]]))]
    return a === b && b === client.submit(inc, [1]).key
  })
  await step(() => new Set(keys(client.map(inc, [[1, 1]]))).size === 1)
  await step(() => new Set(keys(client.map(inc, [[1, 1]], { pure: false }))).size === 1)
  await step(() => gathered(client.map(inc, [client.map(inc, [[1, 2]])])))
  await step(() => client.gather(client.map(boom, [[1]])))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
