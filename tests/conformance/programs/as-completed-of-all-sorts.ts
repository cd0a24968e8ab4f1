/** Futures as they end, however they end. */
import { asCompleted, type Future, wait } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { boom, inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

async function listed(futures: readonly Future<unknown>[]): Promise<readonly Future<unknown>[]> {
  const all: Future<unknown>[] = []
  for await (const future of asCompleted(futures)) all.push(future)
  return all.sort((one, other) => (one.key < other.key ? -1 : 1))
}

const keysOf = async (futures: readonly Future<unknown>[]) => (await listed(futures)).map(({ key }) => key)
const statusesOf = async (futures: readonly Future<unknown>[]) =>
  (await listed(futures)).map(({ key, status }) => [key, status])

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(inc, [1], { key: 'a' }),
    bad: client.submit(boom, [1], { key: 'bad' }),
    b: client.submit(inc, [2], { key: 'b' }),
  })
  const { a, bad, b } = await stepWith(step, submit, async (made) => void (await wait(Object.values(made))))
  await step(() => statusesOf([a, bad, b]))
  await step(() => keysOf([]))
  const d = await stepWith(
    step,
    () => client.submit(inc, [9], { key: 'd' }),
    (made) => made.cancel(),
  )
  await step(() => statusesOf([a, d]))
  const more = () => ({
    e: client.submit(waitFor, [], { key: 'e' }),
    g: client.submit(inc, [3], { key: 'g', workers: [0] }),
  })
  const { e, g } = await stepWith(step, more, () => null)
  await step(() => {
    gate.open()
    return keysOf([e, g])
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
