/** Calls that allow other workers, and make no sense. */
import { inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  // What the types forbid.
  const wrong = (options: object) => Object(options)
  await step(() => client.submit(inc, [1], { allowOtherWorkers: true }))
  await step(() => client.submit(inc, [1], wrong({ workers: 0, allowOtherWorkers: 'yes' })))
  await step(() => client.map(inc, [[1]], { allowOtherWorkers: true }))
  await step(() => client.map(inc, [[1]], wrong({ workers: 0, allowOtherWorkers: 'yes' })))
  await step(() => client.map(inc, [[1]], wrong({ workers: { a: 1 } })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
