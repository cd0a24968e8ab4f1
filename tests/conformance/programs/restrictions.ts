/** Workers that a task may run on, by name and address. */
import { workerName } from './gates.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 3 }, async ({ client, cluster, step, result, worker }) => {
  const on = (item: number, workers: string | number | readonly (string | number)[], allowOtherWorkers = false) =>
    client.submit(workerName, [item], { workers, allowOtherWorkers })
  await step(() => result(on(1, 1)))
  await step(() => result(on(2, '2')))
  await step(() => result(on(3, [worker(1).address])))
  await step(async () => [0, 2].includes(Number(await result(on(4, [0, 2])))))
  await stepWith(
    step,
    () => on(5, [7]),
    (future) => future.status,
  )
  await step(async () => [0, 1, 2].includes(Number(await result(on(6, [7], true)))))
  await step(() => [...cluster.scheduler.tasks.values()].map(({ state }) => state))
  await step(() => client.gather(client.map(workerName, [[0, 1, 2]], { workers: [2] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
