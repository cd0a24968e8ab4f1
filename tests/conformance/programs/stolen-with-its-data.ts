/** A task that is stolen finds what it needs on the worker that it was stolen from. */
import { gate, waitFor } from './gates.ts'
import { add, inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const d = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'd' }),
    (made) => made.result(),
  )
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', workers: [0] }),
    b: client.submit(add, [d, d], { key: 'b' }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(2))
  await step(async () => [b.status, await b.result()])
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(() => {
    a.release()
    b.release()
    d.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
