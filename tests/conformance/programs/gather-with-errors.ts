/** What gather makes of failed tasks, and of containers. */
import { boom, inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(inc, [1], { key: 'a' }),
    bad: client.submit(boom, [1], { key: 'bad' }),
    b: client.submit(inc, [2], { key: 'b' }),
  })
  const { a, bad, b } = await stepWith(step, submit, () => null)
  await step(() => client.gather([a, bad, b]))
  await step(() => client.gather([a, bad, b], { errors: 'skip' }))
  await step(() => client.gather([b, a, b]))
  await step(() => client.gather([]))
  await step(() => client.gather(a))
  await step(() => client.gather([a, [b, 7], { x: a }]))
  // Another word than the two is the story.
  const other = { errors: 'other' }
  await step(() => Reflect.apply(client.gather, client, [[bad], other]))
  await step(() => Reflect.apply(client.gather, client, [[a], other]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
