/** A task gives its thread back, and another runs while it waits. */
import { gate } from './gates.ts'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { secedeAndWait } from './seceding.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(secedeAndWait, [], { key: 'a' }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b' }),
    (made) => made.result(),
  )
  await step(() => [cluster.scheduler.tasks.get('a')?.state, worker(0).state.tasks.get('a')?.state, a.status])
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
