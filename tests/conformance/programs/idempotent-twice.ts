/** The flag of the newcomer decides whether it is ignored. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, note, worker }) => {
  const tags = () => Object.fromEntries([0, 1].map((name) => [name, Object(worker(name).plugins.get('rec')).who.tag]))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'first', idempotent: true })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'second', idempotent: true })))
  note('tags', tags())
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'third' })))
  note('tags after third', tags())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
