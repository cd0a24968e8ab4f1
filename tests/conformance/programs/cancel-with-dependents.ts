/** With a task go those that depend on it. */
import { gate, waitFor } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  const submit = () => {
    const a = client.submit(waitFor, [], { key: 'a' })
    return { a, b: client.submit((given: string) => given, [a], { key: 'b' }) }
  }
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => client.cancel([a]))
  await step(() => b.status)
  await step(() => gate.open())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
