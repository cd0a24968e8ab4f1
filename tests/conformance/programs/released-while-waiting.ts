/** A chain that nobody wants any more, before it runs and while it runs. */
import { gate, waitFor } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const same = (x: string): string => x

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => {
    const a = client.submit(waitFor, [], { key: 'a' })
    const b = client.submit(same, [a], { key: 'b' })
    return { a, b, c: client.submit(same, [b], { key: 'c' }) }
  }
  const { a, b, c } = await stepWith(step, submit, () => null)
  await step(() => {
    a.release()
    b.release()
  })
  await step(() => c.release())
  await step(() => gate.open())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
