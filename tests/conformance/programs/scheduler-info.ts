/** Who is there, and what they have. */
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  const info = () => {
    const { type, workers } = client.schedulerInfo()
    const each = Object.values(workers)
    const fields = ['nthreads', 'status', 'nanny', 'type', 'resources'] as const
    return [
      type,
      each.length,
      each.map(({ name }) => String(name)),
      ...fields.map((field) => each.map((one) => one[field])),
    ]
  }
  await step(info)
  await step(() => Object.values(client.nthreads()))
  await step(() => cluster.scale(3))
  await step(info)
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', workers: [0] }),
    (future) => future.result(),
  )
  await step(() =>
    Object.fromEntries(Object.entries(client.whoHas([a])).map(([key, workers]) => [key, workers.length])),
  )
  await step(() => Object.values(client.hasWhat()).toSorted((one, other) => one.length - other.length))
  await step(() => Object.values(client.processing()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
