/** Tasks that are submitted at different times run in that order. */
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
  const b = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b' }),
    () => null,
  )
  const c = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'c' }),
    () => null,
  )
  const d = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'd' }),
    () => null,
  )
  await step(() => {
    gate.open()
    return client.gather([a, b, c, d])
  })
  await step(() => {
    for (const future of [a, b, c, d]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
