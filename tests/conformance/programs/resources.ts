/** Tasks that take what their worker has only one of. */
import { gate, waitFor } from './gates.ts'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1, resources: { GPU: 1 } }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const submit = () => ({
    a: client.submit(waitFor, [], { key: 'a', resources: { GPU: 1 } }),
    b: client.submit(inc, [1], { key: 'b', resources: { GPU: 1 } }),
  })
  const { a, b } = await stepWith(step, submit, () => null)
  const c = await stepWith(
    step,
    () => client.submit(inc, [2], { key: 'c', resources: { GPU: 2 } }),
    () => null,
  )
  await step(() => Object.fromEntries([...cluster.scheduler.tasks.values()].map(({ key, state }) => [key, state])))
  await step(() => {
    gate.open()
    return client.gather([a, b])
  })
  await step(() => {
    for (const future of [a, b, c]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
