/** Whether a new worker takes what waits on an old one. */
import { gate, waitForItem, workerName } from './gates.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(waitForItem, [0], { key: 'a', workers: [0] }),
    b: client.submit(workerName, [1], { key: 'b' }),
    c: client.submit(workerName, [2], { key: 'c' }),
  })
  const { a, b, c } = await stepWith(step, submit, () => null)
  await step(() => cluster.scale(2))
  await step(() => [b.status, c.status])
  await step(() => {
    gate.open()
    return client.gather([a, b, c])
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
