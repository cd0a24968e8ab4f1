/** As soon as both workers are busy, nothing is stolen any more. */
import { gate, waitFor } from './gates.ts'
import { keysByWorker } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', workers: [0] }),
    b: client.submit(waitFor, [], { key: 'b' }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(2))
  await step(() => keysByWorker(cluster))
  await step(() => {
    gate.open()
    return client.gather([a, b])
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
