/** Functions that run on every worker at once, on some, and on the scheduler. */
import type { Scheduler, Worker } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { add, inc } from './plugins.ts'
import { tell, untyped } from './story.ts'

const later = async (x: number): Promise<number> => x + 1

const failOn1 = ({ name }: Worker): string | number => {
  if (name === 1) throw new RuntimeError('not here')
  return name
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => Object.values(await client.run(({ name }: Worker) => name)).sort())
  await step(async () => Object.values(await client.run(add, [1, 2])))
  await step(async () => Object.values(await client.run(later, [1])))
  await step(() => client.run(inc, [1], { workers: [] }))
  await step(() => client.run(failOn1))
  await step(async () => Object.values(await client.run(failOn1, [], { onError: 'ignore' })))
  await step(async () => {
    const returned = Object.values(await client.run(failOn1, [], { onError: 'return' }))
    return returned.map((one) => Object(one).message ?? String(one)).sort()
  })
  await step(() => client.run(failOn1, [], { onError: untyped('other') }))
  await step(() =>
    client.runOnScheduler(({ workers }: Scheduler) => [...workers.values()].map(({ name }) => name).sort()),
  )
  await step(() => client.runOnScheduler(later, [2]))
  await step(() => cluster.scale(0))
  await step(() => client.run(inc, [1]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
