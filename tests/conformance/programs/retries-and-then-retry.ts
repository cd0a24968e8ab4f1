/** A task that fails as often as it may, and is asked for once more. */
import { RuntimeError } from 'distributed/exceptions'
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

let tries = 0

const thirdTime = (): number => {
  tries += 1
  if (tries < 3) throw new RuntimeError(`time ${tries}`)
  return tries
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(thirdTime, [], { key: 'a', retries: 1 }),
    (future) => future.result(),
  )
  const b = await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'b' }),
    (future) => future.result(),
  )
  await step(() => b.retry())
  await step(async () => [await a.result(), await b.result()])
  await step(() => [a.status, b.status])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
