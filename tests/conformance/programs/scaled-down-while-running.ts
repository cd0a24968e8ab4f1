/** A worker leaves while a task runs on it and another waits there. */
import { gate, waitFor } from './gates.ts'
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const there = { workers: [1], allowOtherWorkers: true }
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', ...there }),
    b: client.submit(inc, [1], { key: 'b', ...there }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(1))
  await step(() => b.status)
  await step(() => {
    gate.open()
    return client.gather([a, b])
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
