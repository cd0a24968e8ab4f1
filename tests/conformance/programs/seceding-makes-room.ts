/** Queued tasks get the thread that a task gives back. */
import { createGate, gate, waitForItem } from './gates.ts'
import { statesOf } from './processing.ts'
import { secedeUntil } from './seceding.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const end = createGate()
  const a = await stepWith(
    step,
    () => client.submit(secedeUntil(end), [], { key: 'a' }),
    () => null,
  )
  const all = await stepWith(
    step,
    () => client.map(waitForItem, [[0, 1, 2, 3]], { key: ['x-0', 'x-1', 'x-2', 'x-3'] }),
    () => null,
  )
  await step(() => statesOf(cluster))
  await step(() => {
    gate.open()
    return client.gather(all)
  })
  await step(() => {
    end.open()
    return a.result()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
