/** Values that no task has computed. */
import { add } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result, worker }) => {
  const a = await client.scatter([1, 2], { hash: false, workers: [worker(0).address] })
  await step(() => a.map(({ status }) => status))
  await step(() => client.gather(a))
  const b = await client.scatter(5, { workers: [worker(1).address] })
  await step(async () => [b.status, 'int', await b.result()])
  const d = await client.scatter({ x: 1 }, { workers: [worker(0).address] })
  await step(async () => [['x', d.x.key, await d.x.result()]])
  await step(() => result(client.submit(add, [a[0] ?? 0, b], { key: 't' })))
  const e = await client.scatter(7, { broadcast: true })
  await step(() => cluster.scheduler.tasks.get(e.key)?.whoHas.size)
  await step(() => {
    for (const future of [...a, b, d.x, e]) future.release()
  })
  await step(() => [...cluster.scheduler.tasks.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
