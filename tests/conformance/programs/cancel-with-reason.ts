/** How far the reason of a cancellation gets. */
import { gate, waitFor } from './gates.ts'
import { about, stepWith, tell } from './story.ts'

const same = (x: string): string => x

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => {
    const a = client.submit(waitFor, [], { key: 'a' })
    return { a, b: client.submit(same, [a], { key: 'b' }) }
  }
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => a.cancel({ reason: 'too late', msg: 'Come earlier.' }))
  await step(() => about(a, b))
  await step(() => a.result())
  await step(() => b.result())
  await step(() => gate.open())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
