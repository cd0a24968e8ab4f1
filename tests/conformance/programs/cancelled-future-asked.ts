/** What a cancelled future answers, and that its key can be submitted again. */
import { gate, waitFor } from './gates.ts'
import { inc } from './plugins.ts'
import { about, stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b' }),
    () => null,
  )
  await step(() => b.cancel())
  await step(() => about(b))
  await step(() => b.result())
  await step(() => b.exception())
  await step(() => client.gather([b]))
  await step(() => client.gather([b], { errors: 'skip' }))
  const again = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b' }),
    (future) => about(b, future),
  )
  await step(() => b.release())
  await step(async () => {
    gate.open()
    return [await a.result(), await again.result()]
  })
  await step(() => [...cluster.scheduler.tasks.keys()].sort())
  await step(() => again.release())
  await step(() => [...cluster.scheduler.tasks.keys()].sort())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
