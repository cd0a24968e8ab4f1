/** A name that is taken: the old one goes, the new one comes. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, note, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'first' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'second' })))
  note('tags', Object.fromEntries([0, 1].map((name) => [name, Object(worker(name).plugins.get('rec')).who.tag])))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'third' }), { name: 'other' }))
  note('names on worker 0', [...worker(0).plugins.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
