/** Dependents that are there before the failure. */
import { gate, waitAndFail } from './gates.ts'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => {
    const a = client.submit(waitAndFail, [], { key: 'a' })
    const b = client.submit(inc, [a], { key: 'b' })
    return { a, b, c: client.submit(inc, [b], { key: 'c' }) }
  }
  const { a, b, c } = await stepWith(step, submit, () => null)
  await step(async () => {
    gate.open()
    return Object(await c.exception()).message
  })
  await step(() => a.release())
  await step(() => {
    b.release()
    c.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
