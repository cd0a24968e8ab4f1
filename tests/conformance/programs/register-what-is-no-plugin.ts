/** Whatever is no plugin, and what is said of it. */
import { SchedulerPlugin, WorkerPlugin } from 'distributed'
import { inc, RecWorker } from './plugins.ts'
import { tell, untyped } from './story.ts'

class Duck {
  setup(): void {}
}

class IdempotentDuck extends Duck {
  readonly name = 'duck'
  readonly idempotent = true
}

class OddDuck extends Duck {
  readonly idempotent = 'yes'
}

class NamelessDuck extends Duck {
  readonly name = ''
}

class Named extends WorkerPlugin {
  override readonly name = 'named'
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  const register = (what: unknown, options = {}) => step(() => client.registerPlugin(untyped(what), options))
  for (const what of [null, 1, 'hello', [], inc, RecWorker]) await register(what)
  await register(Named, { name: 'n' })
  for (const what of [SchedulerPlugin, Duck]) await register(what)
  for (const What of [Duck, IdempotentDuck, OddDuck, NamelessDuck]) await register(new What())
  await register([new RecWorker({ name: 'w' })])
  await step(() => [...worker(0).plugins.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
