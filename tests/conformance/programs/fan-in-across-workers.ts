/** A task needs results of two workers. */
import { add, inc, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
  })
  const submit = () =>
    [client.submit(inc, [1], { key: 'a', workers: [0] }), client.submit(inc, [2], { key: 'b', workers: [1] })] as const
  const [a, b] = await stepWith(step, submit, (futures) => client.gather(futures))
  const c = await stepWith(
    step,
    () => client.submit(add, [a, b], { key: 'c', workers: [0] }),
    (future) => future.result(),
  )
  await step(() => {
    a.release()
    b.release()
  })
  await step(() => c.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
