/** A task that nobody keeps fails, and so does what needs it. */
import { fireAndForget } from 'distributed'
import { gate, waitAndFail } from './gates.ts'
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const a = await stepWith(
    step,
    () => client.submit(waitAndFail, [], { key: 'a' }),
    () => null,
  )
  await step(() => fireAndForget(a))
  const b = await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'b' }),
    () => null,
  )
  const states = () => [...cluster.scheduler.tasks.values()].map(({ key, state }) => [key, state]).sort()
  await step(() => {
    a.release()
    b.release()
  })
  await step(states)
  await step(() => gate.open())
  await step(states)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
