/** A plugin that comes while tasks run. */
import { gate, waitFor } from './gates.ts'
import { inc, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a' }),
    b: client.submit(inc, [1], { key: 'b' }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => {
    gate.open()
    return client.gather([a, b])
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
