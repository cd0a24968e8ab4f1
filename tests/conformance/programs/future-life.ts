/** What a future says of itself from its submission to the end of its cluster. */
import { wait } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { boom } from './plugins.ts'
import { about, stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    (future) => about(future),
  )
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(() => about(a))
  await step(() => a.exception())
  const b = await stepWith(
    step,
    () => client.submit(boom, [1], { key: 'b' }),
    async (future) => {
      await wait(future)
      return about(future)
    },
  )
  await step(() => b.result())
  await step(async () => Object(await b.exception()).message)
  await step(() => about(b))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
  await step(() => about(a, b))
})
