/** A scheduler plugin that fails in whatever it hears, beside one that does not. */
import { Client } from 'distributed'
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

const FAIL = [
  ...[
    'restart',
    'log_event',
    'transition',
    'update_graph',
    'add_client',
    'remove_client',
    'add_worker',
    'remove_worker',
  ],
]

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'bad', fail: FAIL })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'good' })))
  await step(() => client.logEvent('topic', 1))
  await step(async () => (await client.getEvents('topic')).map(([, message]) => message))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => new Client(cluster, { setAsDefault: false }).close())
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(1))
  await step(() => client.restart({ timeout: 1, waitForWorkers: false }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
