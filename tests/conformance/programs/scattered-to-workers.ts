/** Values are put on workers that are named, and functions run on some. */
import { getWorker, type Worker } from 'distributed'
import { holdersOf } from './processing.ts'
import { tell } from './story.ts'

const nameOf = (worker: Worker) => worker.name ?? getWorker().name

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  const put = async (key: string, workers: string | number | readonly number[]) => {
    await client.scatter({ [key]: 1 }, { workers })
    return holdersOf(cluster, key)
  }
  await step(() => put('a', 1))
  await step(() => put('b', [1]))
  await step(() => put('c', 7))
  await step(() => put('d', '1'))
  await step(() => put('e', []))
  await step(() => client.run(nameOf, [], { workers: [0] }))
  await step(() => client.run(nameOf, [], { workers: ['0'] }))
  await step(() => client.run(nameOf, [], { workers: [] }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
