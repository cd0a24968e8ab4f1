/** What a client says once it has closed. */
import { boom, inc, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(inc, [1], { key: 'a' }),
    b: client.submit(boom, [1], { key: 'b' }),
  })
  const { a, b } = await stepWith(step, submit, (made) => made.a.result())
  await step(() => client.close())
  await step(() => client.submit(inc, [1], { key: 'c' }))
  await step(() => client.map(inc, [[1]], { key: ['d'] }))
  await step(() => client.gather([a]))
  await step(() => client.scatter([1]))
  await step(() => client.cancel([a]))
  await step(() => client.retry([b]))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => client.unregisterSchedulerPlugin('rec'))
  await step(() => client.run(inc, [1]))
  await step(() => client.restart())
  await step(() => client.waitForWorkers(1, { timeout: 1 }))
  await step(() => client.logEvent('topic', 1))
  await step(() => client.getEvents('topic'))
  await step(() => a.result())
  await step(() => a.exception())
  await step(() => b.exception())
  await step(() => client.close())
  await step(() => cluster.close())
})
