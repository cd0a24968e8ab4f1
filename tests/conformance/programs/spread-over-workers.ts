/** Which of several workers gets a task. */
import type { Future } from 'distributed'
import { gate, waitForItem, workerName } from './gates.ts'
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 3 }, async ({ client, cluster, step, result }) => {
  await step(async () => {
    const names: unknown[] = []
    for (const item of [0, 1, 2, 3, 4]) names.push(await result(client.submit(workerName, [item])))
    return names
  })
  const submit = () => [...'abcdef'].map((key, item) => client.submit(waitForItem, [item], { key }))
  const all: readonly Future<number>[] = await stepWith(step, submit, () => null)
  await step(() => {
    const workers = [...cluster.scheduler.state.workers.values()]
    return Object.fromEntries(
      workers.map(({ name, processing }) => [name, [...processing].map(({ key }) => key).sort()]),
    )
  })
  await step(() => {
    gate.open()
    return client.gather(all)
  })
  await step(() => result(client.submit(workerName, [client.submit(inc, [1], { key: 'x', workers: [2] })])))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
