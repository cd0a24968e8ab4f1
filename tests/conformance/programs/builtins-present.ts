/** What a task hears that asks for its worker by both paths, and which plugins Dask brings along. */
import { getWorker as longGetWorker } from 'dask/distributed/worker'
import { getWorker, NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed'
import * as plugins from 'distributed/diagnostics/plugin'
import { tell } from './story.ts'

const askBothWays = (): readonly unknown[] => {
  try {
    return [getWorker().name, longGetWorker().name]
  } catch (error) {
    return [getWorker().name, Object(error).message]
  }
}

const KINDS = { SchedulerPlugin, NannyPlugin, WorkerPlugin } as const

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result, note }) => {
  await step(() => result(client.submit(askBothWays, [], { key: 'ask' })))
  const kindOf = (made: (typeof plugins)[keyof typeof plugins]) =>
    Object.entries(KINDS).find(([, kind]) => Object.prototype.isPrototypeOf.call(kind, made))?.[0]
  const builtIns = Object.entries(plugins).map(([name, made]) => [name, kindOf(made)] as const)
  note('built-in plugins', Object.fromEntries(builtIns.filter(([, kind]) => kind !== undefined)))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
