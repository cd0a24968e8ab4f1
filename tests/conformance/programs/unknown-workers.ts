/** A call names a worker that is not there. */
import { type Future, wait } from 'distributed'
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

/** What Python says of nothing. */
const NONE = { name: 'NoneType', message: 'None' }

const outcome = async (future: Future<unknown>): Promise<readonly unknown[]> => {
  const error = await future.exception().catch((reason: unknown) => reason)
  const { name, message } = error === undefined || error === null ? NONE : Object(error)
  return [future.status, name, message]
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const before = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'before' }),
    (made) => made.result(),
  )
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', workers: 1 }),
    async (made) => void (await wait([made])),
  )
  await step(() => outcome(a))
  await step(() => before.status)
  const b = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'b' }),
    (made) => made.result(),
  )
  await step(() => {
    for (const future of [a, b, before]) future.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
