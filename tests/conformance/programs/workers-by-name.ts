/** Which workers a call may name. */
import { workerName } from './gates.ts'
import { tell } from './story.ts'

const NAMES: readonly unknown[] = [0, 1]

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, result, step, worker }) => {
  await step(() => result(client.submit(workerName, [0], { key: 'a', workers: 1 })))
  await step(() => result(client.submit(workerName, [0], { key: 'b', workers: [1] })))
  await step(() => result(client.submit(workerName, [0], { key: 'c', workers: [worker(1).address] })))
  await step(() => result(client.submit(workerName, [0], { key: 'd', workers: [1, 'nope'] })))
  const anywhere = async (key: string, options: object) =>
    NAMES.includes(await result(client.submit(workerName, [0], { key, ...options })))
  await step(() => anywhere('e', { workers: [] }))
  await step(() => anywhere('f', { workers: 'nope', allowOtherWorkers: true }))
  await step(() => client.gather(client.map(workerName, [[1, 2]], { key: ['g-1', 'g-2'], workers: 1 })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
