/** A plugin restarts the worker of a task that runs: it begins again. */
import { gate, waitFor } from './gates.ts'
import { RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

const there = async (): Promise<string> => {
  await waitFor()
  return 'there'
}

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(there, [], { key: 'a' }),
    () => null,
  )
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan', restart: true })))
  await step(() => {
    const { state, suspicious } = cluster.scheduler.tasks.get('a') ?? {}
    return [a.status, state, suspicious]
  })
  await step(() => {
    gate.open()
    return a.result()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
