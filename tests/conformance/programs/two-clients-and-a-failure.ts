/** A failure that two clients hear of, and one retries. */
import { Client } from 'distributed'
import { secondTime } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const message = (error: unknown) => Object(error).message

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  const a = await stepWith(
    step,
    () => client.submit(secondTime, [], { key: 'a' }),
    async (made) => message(await made.exception()),
  )
  const b = await stepWith(
    step,
    () => other.submit(secondTime, [], { key: 'a' }),
    async (made) => message(await made.exception()),
  )
  await step(() => a.retry())
  await step(async () => [await a.result(), await b.result()])
  await step(() => other.gather([b]))
  await step(() => a.release())
  await step(() => b.status)
  await step(() => other.close())
  await step(() => [...cluster.scheduler.tasks.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
