/** What tasks print reaches the clients. */
import { ForwardOutput } from 'distributed/diagnostics/plugin'
import { print } from './printing.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result, note }) => {
  const got: Readonly<Record<string, unknown>>[] = []
  await step(() => {
    client.subscribeTopic('print', ([, message]) => got.push(Object(message)))
  })
  const say = (...words: readonly unknown[]) => result(client.submit(print, ['log', words], { pure: false }))
  await step(() => say('unheard'))
  await step(() => client.registerPlugin(new ForwardOutput(), { name: 'forward' }))
  await step(() => say('hello'))
  await step(() => say('a', 1, 'True'))
  await step(() => result(client.submit(print, ['error', ['oh']], { pure: false })))
  await step(() => client.unregisterWorkerPlugin('forward'))
  await step(() => say('unheard'))
  note(
    'heard',
    got.map((message) => [message.args, message.file, Object.keys(message).sort()]),
  )
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
