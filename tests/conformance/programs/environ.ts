/** Environment variables for workers, which restart for them. */
import { Environ, getWorker } from 'distributed'
import { tell } from './story.ts'

const getenv = (name: string): string | null => getWorker().env[name] ?? null

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result }) => {
  const look = (name: string, options = {}) => client.submit(getenv, [name], { pure: false, ...options })
  await step(() => result(look('RECORDED')))
  await step(() => client.registerPlugin(new Environ({ RECORDED: 1 })))
  await step(() => result(look('RECORDED')))
  await step(() => cluster.scale(2))
  await step(() => result(look('RECORDED', { workers: [1] })))
  await step(() => [...cluster.scheduler.nannyPlugins.keys()].map((name) => name.split('-')[0]))
  await step(() => client.registerPlugin(new Environ({ RECORDED: 2, OTHER: 'x' }), { name: 'env' }))
  await step(() => client.gather([look('RECORDED'), look('OTHER')]))
  await step(() => client.unregisterWorkerPlugin('env', { nanny: true }))
  await step(() => result(look('OTHER')))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
