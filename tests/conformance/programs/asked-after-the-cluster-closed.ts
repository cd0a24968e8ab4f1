/** A client, a future and a cluster, after the cluster has closed. */
import { Client } from 'distributed'
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

/** Without the name of the cluster. */
function refused(connect: () => unknown): unknown {
  try {
    return connect()
  } catch (error) {
    return Object(error).message.split('(')[0]
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => cluster.close())
  await step(() => [cluster.status, cluster.scheduler.status, a.status])
  await step(() => cluster.close())
  await step(() => a.release())
  await step(() => client.close())
  await step(() => client.status)
  await step(() => refused(() => new Client(cluster)))
})
