/** What is said under topics, and who hears it. */
import { getWorker } from 'distributed'
import { tell } from './story.ts'

const tellTopic = (): void => getWorker().logEvent('topic', 'from a task')

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result, note }) => {
  const got: unknown[] = []
  const messages = async (topic: string) => (await client.getEvents(topic)).map(([, message]) => message)
  await step(() => {
    client.subscribeTopic('topic', ([, message]) => got.push(message))
  })
  await step(() => client.logEvent('topic', { x: 1 }))
  await step(() => client.logEvent(['topic', 'other'], 'both'))
  await step(() => result(client.submit(tellTopic, [], { key: 't' })))
  note('heard', [...got])
  await step(() => messages('topic'))
  await step(() => messages('other'))
  await step(() => messages('none'))
  await step(() => client.unsubscribeTopic('topic'))
  await step(() => client.logEvent('topic', 'unheard'))
  await step(() => client.unsubscribeTopic('topic'))
  note('heard in the end', got.length)
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(1))
  await step(async () => (await messages('all')).map((message) => Object(message).action))
  await step(async () => {
    const last = Object((await messages('all')).at(-1))
    return [last.action, last.expected, last.worker]
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
