/** A worker leaves while a task runs on it and another waits there; the other worker is busy too. */
import { gate, waitFor } from './gates.ts'
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const there = { workers: [1], allowOtherWorkers: true }
  const submit = () => ({
    x: client.submit(waitFor, [], { key: 'x', workers: [0] }),
    a: client.submit(waitFor, [], { key: 'a', ...there }),
    b: client.submit(inc, [1], { key: 'b', ...there }),
  })
  const { x, a, b } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(1))
  await step(() => b.status)
  await step(() => {
    gate.open()
    return client.gather([x, a, b])
  })
  await step(() => {
    for (const future of [x, a, b]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
