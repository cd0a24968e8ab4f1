/** A worker with two threads. */
import { gate, waitForKey } from './gates.ts'
import { add, inc } from './plugins.ts'
import { statesOn } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell(
  { nWorkers: 1, threadsPerWorker: 2 },
  async ({ client, cluster, step, result, worker }) => {
    await step(() => Object.values(client.nthreads()))
    const a = await stepWith(
      step,
      () => client.submit(waitForKey, ['a'], { key: 'a' }),
      () => null,
    )
    const b = await stepWith(
      step,
      () => client.submit(waitForKey, ['b'], { key: 'b' }),
      () => null,
    )
    const c = await stepWith(
      step,
      () => client.submit(waitForKey, ['c'], { key: 'c' }),
      () => null,
    )
    await step(() => statesOn(worker(0)))
    await step(() => {
      gate.open()
      return client.gather([a, b, c])
    })
    await step(async () => {
      const x = client.submit(inc, [1], { key: 'x' })
      const y = client.submit(inc, [2], { key: 'y' })
      return result(client.submit(add, [x, y], { key: 'z' }))
    })
    await step(async () => {
      await client.close()
      await cluster.close()
    })
  },
)
