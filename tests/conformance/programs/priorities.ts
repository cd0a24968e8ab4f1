/** What is urgent goes first, and of equals what came first. */
import { gate, waitFor } from './gates.ts'
import { inc, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await client.registerPlugin(new RecWorker({ name: 'rec' }))
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  const submit = () => [
    client.submit(inc, [1], { key: 'b' }),
    client.submit(inc, [2], { key: 'low', priority: -5 }),
    client.submit(inc, [3], { key: 'high', priority: 10 }),
    client.submit(inc, [4], { key: 'd' }),
  ]
  const others = await stepWith(step, submit, () => null)
  await step(() => {
    gate.open()
    return client.gather([a, ...others])
  })
  await step(() => {
    for (const future of [a, ...others]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
