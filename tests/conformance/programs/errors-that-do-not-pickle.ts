/** Errors that cannot be copied, from wherever an error may come. */
import { ValueError } from 'distributed/exceptions'
import { LockedSetup, LockedStart, raiseLocked } from './locked.ts'
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const raiseLockedFrom = (x: number): number => {
  throw new ValueError('task failed', { cause: new Error(String(x)) })
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new LockedSetup()))
  await step(() => client.registerPlugin(new LockedStart()))
  const a = await stepWith(
    step,
    () => client.submit(raiseLocked, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(async () => [Object(await a.exception()).message])
  await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'b' }),
    (future) => future.result(),
  )
  await step(() => result(client.submit(raiseLockedFrom, [1], { key: 'd' })))
  await step(() => client.run(raiseLocked, [1]))
  await step(() => client.runOnScheduler(raiseLocked, [1]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
