/** One of two dependencies fails, and what needs both is retried. */
import { gate, waitForItem } from './gates.ts'
import { add, boom, inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(waitForItem, [1], { key: 'a' }),
    () => null,
  )
  const l = await stepWith(
    step,
    () => client.submit(boom, [a], { key: 'l' }),
    () => null,
  )
  const r = await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'r' }),
    () => null,
  )
  const d = await stepWith(
    step,
    () => client.submit(add, [l, r], { key: 'd' }),
    () => null,
  )
  const statuses = () => [a, l, r, d].map(({ key, status }) => [key, status])
  await step(async () => {
    gate.open()
    return Object(await d.exception()).message
  })
  await step(statuses)
  await step(() => d.retry())
  await step(statuses)
  await step(() => l.release())
  await step(() => d.retry())
  await step(() => {
    for (const future of [d, r, a]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
