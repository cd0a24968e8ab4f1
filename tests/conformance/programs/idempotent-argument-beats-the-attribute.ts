/** What `idempotent` among the options does to plugins that say otherwise. */
import { RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { tell, untyped } from './story.ts'

class Duck {
  setup(): void {}
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '1' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '2' }), { idempotent: true }))
  await step(() =>
    client.registerPlugin(new RecWorker({ name: 'w', tag: '3', idempotent: true }), { idempotent: false }),
  )
  for (const tag of ['1', '2']) {
    await step(() =>
      client.registerPlugin(new RecScheduler({ name: 's', tag, idempotent: true }), { idempotent: false }),
    )
  }
  await step(() => client.registerPlugin(new RecScheduler({ name: 's', tag: '3' }), { idempotent: true }))
  await step(() => client.registerPlugin(new RecNanny({ name: 'n' }), { idempotent: true }))
  await step(() => client.registerPlugin(untyped(new Duck()), { idempotent: true }))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '4' }), { idempotent: untyped(null) }))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '5' }), { name: 'v', idempotent: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
