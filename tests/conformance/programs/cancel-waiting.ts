/** A task is cancelled before it has begun. */
import { gate, waitFor } from './gates.ts'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', workers: [0] }),
    b: client.submit(inc, [1], { key: 'b', workers: [0] }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => b.cancel())
  await step(() => b.status)
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
