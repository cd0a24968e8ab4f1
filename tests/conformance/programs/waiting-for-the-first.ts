/** Waiting for one of several, or for all of them. */
import { type DoneAndNotDone, wait } from 'distributed'
import { gate, waitFor } from './gates.ts'
import { inc } from './plugins.ts'
import { stepWith, tell, untyped } from './story.ts'

const keysOf = ({ done, notDone }: DoneAndNotDone) => [
  done.map(({ key }) => key).sort(),
  notDone.map(({ key }) => key).sort(),
]

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  const both = () => ({
    a: client.submit(waitFor, [], { key: 'a', workers: [0] }),
    b: client.submit(inc, [1], { key: 'b', workers: [1] }),
  })
  const { a, b } = await stepWith(step, both, () => null)
  await step(async () => keysOf(await wait([a, b], { returnWhen: 'FIRST_COMPLETED' })))
  await step(async () => keysOf(await wait([a, b], { timeout: 0.1 })))
  await step(async () => keysOf(await wait([a, b], { returnWhen: untyped('SOME_OTHER') })))
  await step(() => wait(a, { timeout: untyped([b]) }))
  await step(async () => keysOf(await wait([])))
  await step(() => a.cancel())
  await step(async () => keysOf(await wait([a, b])))
  await step(async () => keysOf(await wait([a, b], { returnWhen: 'FIRST_COMPLETED' })))
  await step(() => gate.open())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
