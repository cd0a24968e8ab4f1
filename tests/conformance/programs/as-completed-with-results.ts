/** Futures as they end, with what they ended in. */
import { asCompleted, type Future, wait } from 'distributed'
import { boom, inc } from './plugins.ts'
import { stepWith, tell, untyped } from './story.ts'

async function listed(futures: readonly Future<unknown>[]): Promise<readonly (readonly string[])[]> {
  const found: string[][] = []
  for await (const [{ key }, result] of asCompleted(futures, { withResults: true })) found.push([key, String(result)])
  return found.sort()
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const submit = () => ({
    a: client.submit(inc, [1], { key: 'a' }),
    bad: client.submit(boom, [1], { key: 'bad' }),
    b: client.submit(inc, [2], { key: 'b' }),
  })
  const { a, bad, b } = await stepWith(step, submit, async (made) => void (await wait(Object.values(made))))
  await step(() => listed([a, b]))
  await step(() => listed([bad]))
  await step(async () => {
    const statuses: string[] = []
    for await (const [{ status }] of asCompleted([bad], { withResults: true, raiseErrors: false }))
      statuses.push(status)
    return statuses
  })
  await step(() => listed([a, a]))
  await step(() => listed([untyped(1)]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
