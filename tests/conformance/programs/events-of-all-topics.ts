/** Events under several topics, told to one handler and then to another. */
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const got: unknown[] = []
  const messages = async (topic: string) => (await client.getEvents(topic)).map(([, message]) => message)
  await step(() => client.logEvent('one', 1))
  await step(() => client.logEvent('one', [1, 'x', null, { y: 2.5 }]))
  await step(() => {
    client.subscribeTopic('one', ([, message]) => got.push(message))
  })
  await step(() => client.logEvent([], 1))
  await step(() => client.logEvent(['one', 'two', 'one'], 2))
  await step(async () => [await messages('one'), await messages('two')])
  await step(async () => {
    const all = await client.getEvents()
    return ['one', 'two', 'three'].filter((topic) => topic in all)
  })
  await step(() => [...got])
  await step(() => {
    client.subscribeTopic('one', () => got.push('other'))
  })
  await step(() => client.logEvent('one', 3))
  await step(() => [...got])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
