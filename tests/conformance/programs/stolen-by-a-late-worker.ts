/** What waits on a busy worker goes to one that joins. */
import { gate, waitFor, workerName } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', workers: [0] }),
    b: client.submit(workerName, [1], { key: 'b' }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(2))
  await step(() => b.result())
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(() => {
    a.release()
    b.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
