/** A map that comes in several graphs. */
import { type Scheduler, SchedulerPlugin } from 'distributed'
import type { UpdateGraph } from 'distributed/scheduler'
import { add, inc } from './plugins.ts'
import { heard, stepWith, tell } from './story.ts'

/** Hears of graphs alone. */
class Graphs extends SchedulerPlugin {
  override updateGraph(_scheduler: Scheduler, { keys, tasks }: UpdateGraph): void {
    heard({ hook: 'update_graph', kind: 'scheduler', keys: [...keys].sort(), tasks: [...tasks].sort() })
  }
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new Graphs(), { name: 'graphs' }))
  const key = [0, 1, 2, 3, 4].map((n) => `a${n}`)
  const a = await stepWith(
    step,
    () => client.map(inc, [[0, 1, 2, 3, 4]], { key, batchSize: 2 }),
    (made) => client.gather(made),
  )
  await step(() => {
    for (const future of a) future.release()
  })
  const lists = [
    [1, 2, 3],
    [10, 20, 30],
  ] as const
  await stepWith(
    step,
    () => client.map(add, lists, { key: ['x', 'y', 'z'], batchSize: 2 }),
    (made) => client.gather(made),
  )
  await stepWith(
    step,
    () => client.map(inc, [[1, 2]], { key: ['p', 'q'], batchSize: 5 }),
    (made) => client.gather(made),
  )
  await step(() => client.map(inc, [[]], { batchSize: 2 }))
  await stepWith(
    step,
    () => client.map(inc, [[1, 2]], { key: ['s', 't'], batchSize: 1 }),
    (made) => client.gather(made),
  )
  await step(() => client.map(inc, [[1, 2, 3]], { key: ['u', 'v'] }).length)
  await stepWith(
    step,
    () => client.map(inc, [[1, 2, 7]], { key: ['u', 'v', 'w'] }),
    (made) => client.gather(made),
  )
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
