/** Later calls with other priorities overtake earlier ones. */
import { gate, waitFor } from './gates.ts'
import { inc, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecWorker({ name: 'rec' }))))
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  const low = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'low', priority: -1 }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [2], { key: 'b' }),
    () => null,
  )
  const m = await stepWith(
    step,
    () => client.map(inc, [[3, 4]], { key: ['m-1', 'm-2'], priority: 2 }),
    () => null,
  )
  const high = await stepWith(
    step,
    () => client.submit(inc, [5], { key: 'high', priority: 10 }),
    () => null,
  )
  await step(() => {
    gate.open()
    return client.gather([low, b, ...m, high])
  })
  await step(() => {
    for (const future of [a, low, b, ...m, high]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
