/** A retry goes back to what failed first. */
import { secondTime } from './gates.ts'
import { inc, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => void (await client.registerPlugin(new RecScheduler({ name: 'sch' }))))
  const submit = () => {
    const a = client.submit(secondTime, [], { key: 'a' })
    return { a, b: client.submit(inc, [a], { key: 'b' }) }
  }
  const { a, b } = await stepWith(step, submit, async (made) => Object(await made.b.exception()).message)
  await step(() => b.retry())
  await step(() => client.gather([a, b]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
