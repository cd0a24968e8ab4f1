/** Futures within arguments, of another client, and lost ones. */
import { Client } from 'distributed'
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const sum = (list: readonly unknown[]): number => list.reduce<number>((total, one) => total + Number(one), 0)
const printed = (value: unknown): string => python(value)

/** As Python's `str`. */
function python(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([name, item]) => `'${name}': ${python(item)}`)
    .join(', ')}}`
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result }) => {
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    () => null,
  )
  await step(() => result(client.submit(sum, [[a, a, 1]], { key: 'l' })))
  await step(() => result(client.submit(printed, [{ x: a }], { key: 'd' })))
  await step(() => result(client.submit(printed, [[[a], { y: [a] }]], { key: 'n' })))
  const other = new Client(cluster, { setAsDefault: false })
  await step(() => result(other.submit(inc, [a], { key: 'o' })))
  await step(() => other.close())
  await step(() => a.release())
  await step(() => client.submit(inc, [a], { key: 'p' }).result())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
