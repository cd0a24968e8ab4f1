/** A task that nobody wants, and that runs all the same. */
import { fireAndForget } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const tasks = () => [...cluster.scheduler.tasks.values()].map(({ key, state }) => [key, state])
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(() => fireAndForget(a))
  await step(() => a.release())
  await step(tasks)
  await step(() => gate.open())
  await step(tasks)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
