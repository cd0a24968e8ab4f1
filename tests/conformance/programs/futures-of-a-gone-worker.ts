/** What was computed is computed again, and what was scattered is lost. */
import type { Future } from 'distributed'
import { gate, waitForItem } from './gates.ts'
import { add, inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const put = async (name: string, value: number): Promise<Future<number>> => {
    const made = client.scatter({ [name]: value }, { workers: [1] })
    await step(async () => void (await made))
    const { [name]: future } = await made
    if (future === undefined) throw new Error(`Nothing was scattered as "${name}".`)
    return future
  }
  const there = { workers: [1], allowOtherWorkers: true }
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', ...there }),
    (future) => future.result(),
  )
  const p = await put('p', 5)
  const b = await stepWith(
    step,
    () => client.submit(add, [a, p], { key: 'b', workers: [0] }),
    (future) => future.result(),
  )
  const q = await put('q', 6)
  const d = await stepWith(
    step,
    () => client.submit(waitForItem, [q], { key: 'd', ...there }),
    () => null,
  )
  await step(() => cluster.scale(1))
  await step(() => [a, b, p, q, d].map(({ key, status }) => [key, status]))
  await step(() => b.result())
  await step(() => a.result())
  await step(() => q.result())
  await step(() => {
    gate.open()
    return d.result()
  })
  await step(() => {
    for (const future of [b, a, p, q, d]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
