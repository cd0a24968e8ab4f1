/** To wait for futures, without their results. */
import { wait } from 'distributed'
import { boom, inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const both = () => [client.submit(inc, [1], { key: 'a' }), client.submit(boom, [1], { key: 'bad' })]
  const futures = await stepWith(step, both, () => null)
  await step(async () => {
    const { done, notDone } = await wait(futures)
    return [done.map(({ key }) => key), notDone.map(({ key }) => key)]
  })
  await step(async () => {
    const d = client.submit(inc, [3], { key: 'd' })
    await d.cancel()
    return wait([d])
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
