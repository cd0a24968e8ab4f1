/** A client closes while its task runs, and a second client wants the same one. */
import { Client } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => other.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(() => client.close())
  await step(() => [a.status, b.status])
  await step(() => {
    gate.open()
    return b.result()
  })
  await step(() => a.result())
  await step(() => a.release())
  await step(() => a.cancel())
  await step(() => other.close())
  await step(() => cluster.close())
})
