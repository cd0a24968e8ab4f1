/** Everything that a scheduler plugin may hear of on a busy day. */
import { Client } from 'distributed'
import { add, boom, inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  const submit = () => {
    const a = client.submit(inc, [1], { key: 'a' })
    return { a, bad: client.submit(boom, [a], { key: 'bad' }) }
  }
  const { a, bad } = await stepWith(step, submit, async (made) => void (await made.bad.exception()))
  await stepWith(
    step,
    () => client.submit(inc, [bad], { key: 'b' }),
    (future) => future.result(),
  )
  await stepWith(
    step,
    () => other.submit(add, [a, 1], { key: 'e' }),
    (future) => future.result(),
  )
  await step(() => client.retry([bad]))
  await step(() => client.cancel([bad]))
  await step(() => client.logEvent(['topic', 'other'], { a: 1 }))
  await step(async () => (await client.scatter({ x: 1 })).x.result())
  await step(() => cluster.scale(2))
  await step(async () => Object.keys(await client.retireWorkers(null, { names: [1] })).length)
  await step(() => a.release())
  await step(() => other.close())
  await step(() => client.unregisterSchedulerPlugin('sch'))
  await step(() => result(client.submit(inc, [5], { key: 'c' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
