/** Cycles, shared parts, functions and classes in the state of a plugin. */
import { WorkerPlugin } from 'distributed'
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

class Inner {
  readonly name = 'inner'
}

class Stateful extends WorkerPlugin {
  override readonly name: string
  readonly me = this
  readonly items = [this]
  readonly shared = { x: [1] }
  readonly again = this.shared.x
  readonly call = (x: number) => x + 1
  readonly fn = inc
  readonly cls = RecWorker
  readonly set = new Set([1, 2])
  readonly other = new Inner()
  setups = 0

  constructor(name: string) {
    super()
    this.name = name
  }

  override setup(): void {
    this.setups += 1
  }
}

class Unpicklable extends WorkerPlugin {
  override readonly name = 'un'
  readonly generator = (function* () {
    yield 1
  })()
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, worker }) => {
  const p = new Stateful('st')
  await step(() => client.registerPlugin(p))
  // What the story itself registered.
  const there = (name: number) => worker(name).plugins.get('st') as Stateful
  await step(() => [there(0).me === there(0), there(0).items[0] === there(0), there(0) === p, there(0) === there(1)])
  await step(() => [there(0).again === there(0).shared.x, there(0).shared.x === p.shared.x])
  await step(() => there(0).call(1))
  await step(() => [there(0).fn === inc, there(0).cls === RecWorker])
  await step(() => {
    const { set, other } = there(0)
    return [[...set], other.name, other === p.other, Object.getPrototypeOf(other) === Inner.prototype]
  })
  await step(() => [there(0).setups, there(1).setups, p.setups > 0])
  await step(() => 'bytes')
  await step(() => client.registerPlugin(new Unpicklable()))
  await step(() => [...worker(0).plugins.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
