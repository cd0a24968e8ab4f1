/** After a restart the same key can be submitted again, and old futures do no harm. */
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  const submit = () => client.submit(inc, [1], { key: 'a' })
  const a = await stepWith(step, submit, (future) => future.result())
  await step(() => client.restart())
  const b = await stepWith(step, submit, (future) => future.result())
  await step(() => [a.status, b.status])
  await step(() => a.release())
  await step(() => [...cluster.scheduler.tasks.keys()])
  await step(async () =>
    Object.entries(await client.restartWorkers([0])).map(([name, outcome]) => [Number(name), outcome]),
  )
  await step(() => b.result())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
