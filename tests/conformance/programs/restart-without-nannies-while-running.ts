/** A restart of workers that nobody starts again, while one of them runs a task. */
import { gate, waitFor } from './gates.ts'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => ({ a: client.submit(waitFor, [], { key: 'a' }), b: client.submit(inc, [1], { key: 'b' }) })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => client.restart({ timeout: 1, waitForWorkers: false }))
  await step(() => gate.open())
  await step(() => [a.status, b.status])
  await step(() => a.result())
  await step(() => [...cluster.scheduler.tasks.keys()].sort())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
