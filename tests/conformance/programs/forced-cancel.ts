/** A client cancels what another wants too. */
import { Client } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const other = await stepWith(
    step,
    () => new Client(cluster, { setAsDefault: false }),
    () => null,
  )
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  const b = await stepWith(
    step,
    () => other.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(() => a.cancel())
  await step(() => [a.status, b.status])
  await step(() => other.cancel([b], { force: true }))
  await step(() => [a.status, b.status])
  await step(() => gate.open())
  await step(() => other.close())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
