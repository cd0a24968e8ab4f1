/** The errors of tasks come back as what they were. */
import { boom, inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.submit(boom, [1]).result())
  await step(() => client.submit(inc, [client.submit(boom, [2])]).result())
  await step(() => client.submit(boom, [1]).result())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
