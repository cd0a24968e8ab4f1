/** Each worker has a copy of its own, and so has the scheduler for those to come. */
import { WorkerPlugin } from 'distributed'
import { tell } from './story.ts'

class Counting extends WorkerPlugin {
  override readonly name = 'count'
  count = 0
  readonly items: number[] = []

  override setup(): void {
    this.count += 1
  }
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, worker }) => {
  const plugin = new Counting()
  const at = (name: number): Counting => Object(worker(name).plugins.get('count'))
  await step(() => client.registerPlugin(plugin))
  await step(() => [plugin.count, plugin === at(0)])
  await step(() => [at(0).count, at(1).count])
  await step(() => at(0).items === at(1).items)
  await step(() => void at(0).items.push(1))
  await step(() => [at(0).items, at(1).items, plugin.items].map((items) => [...items]))
  await step(() => void plugin.items.push(2))
  await step(() => cluster.scale(3))
  await step(() => at(2).items)
  await step(() => at(0).constructor === Counting)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
