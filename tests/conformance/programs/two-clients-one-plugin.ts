/** A plugin belongs to the cluster, whoever registered it. */
import { Client } from 'distributed'
import { RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'first' })))
  await step(() => other.registerPlugin(new RecWorker({ name: 'rec', tag: 'second' })))
  await step(() => client.close())
  await step(() => other.unregisterWorkerPlugin('rec'))
  await step(() => other.close())
  await step(() => cluster.close())
})
