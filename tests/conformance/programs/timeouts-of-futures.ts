/** Nobody waits longer than asked. */
import { asCompleted, type Future, wait } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { boom } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const keysWithin = async (future: Future<unknown>, timeout: number) => {
    const keys: string[] = []
    for await (const { key } of asCompleted([future], { timeout })) keys.push(key)
    return keys
  }
  const a = await stepWith(
    step,
    () => client.submit(waitFor, [], { key: 'a' }),
    () => null,
  )
  await step(() => a.result({ timeout: 0.1 }).catch(({ name }) => name))
  await step(() => a.exception({ timeout: '100 ms' }).catch(({ name }) => name))
  await step(() => wait(a, { timeout: 0.1 }))
  await step(() => wait([a], { timeout: '100 ms' }))
  await step(() => a.status)
  await step(() => keysWithin(a, 0.1))
  await step(() => {
    gate.open()
    return a.result({ timeout: 5 })
  })
  await step(() => a.exception({ timeout: 5 }))
  await step(async () => (await wait([a], { timeout: 5 })).done.length)
  await step(() => keysWithin(a, 5))
  await step(() => client.submit(boom, [1], { key: 'bad' }).result({ timeout: 5 }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
