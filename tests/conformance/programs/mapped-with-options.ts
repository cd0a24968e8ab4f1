/** What the options of a map do to each of its tasks. */
import { add, boom, inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const sum = (items: readonly number[]): number => items.reduce((all, item) => all + item, 0)

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  const [a, b] = await stepWith(
    step,
    () => client.map(inc, [[1, 2]], { key: ['a', 'b'], workers: [1] }),
    (made) => client.gather(made),
  )
  if (a === undefined || b === undefined) throw new Error('client.map gave no futures. See the first step.')
  await step(() =>
    Object.values(client.hasWhat())
      .map(({ length }) => length)
      .sort(),
  )
  await stepWith(
    step,
    () => client.map(boom, [[1, 2]], { key: ['d', 'e'], retries: 2 }),
    (made) => client.gather(made),
  )
  await step(() => ['d', 'e'].map((key) => cluster.scheduler.tasks.get(key)?.retries))
  await step(() => client.map(inc, [[1]], { key: 'pre', pure: false }).map(({ key }) => key.split('-')[0]))
  await step(() =>
    client.gather(
      client.map(add, [
        [a, 1],
        [a, b],
      ]),
    ),
  )
  await step(() => client.gather(client.map(boom, [[1, 2]]), { errors: 'skip' }))
  await step(() =>
    client.gather(
      client.map(sum, [
        [
          [1, 2],
          [a, 3],
        ],
      ] as never),
    ),
  )
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
