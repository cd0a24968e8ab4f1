/** A client closes under its futures. */
import { gate, waitFor } from './gates.ts'
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a' }),
    b: client.submit(inc, [1], { key: 'b' }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => client.close())
  await step(() => [a.status, b.status])
  await step(() => [...cluster.scheduler.tasks.keys()])
  await step(() => client.status)
  await step(() => gate.open())
  await step(() => cluster.close())
})
