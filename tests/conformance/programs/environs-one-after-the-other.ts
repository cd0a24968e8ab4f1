/** Environment variables that come from several plugins. */
import { Environ, getWorker, type Plugin, type RegisterOptions } from 'distributed'
import { tell } from './story.ts'

const getenv = (name: string): string | null => getWorker().env[name] ?? null

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result }) => {
  const look = async () => [
    await result(client.submit(getenv, ['ENV_A'], { pure: false })),
    await result(client.submit(getenv, ['ENV_B'], { pure: false })),
  ]
  const register = async (plugin: Plugin, options?: RegisterOptions) =>
    Object.keys((await client.registerPlugin(plugin, options)) ?? {}).length
  await step(() => register(new Environ({ ENV_A: 1, ENV_B: null })))
  await step(look)
  await step(() => register(new Environ({ ENV_A: 2 }), { name: 'env' }))
  await step(look)
  await step(() => [...cluster.scheduler.nannyPlugins.keys()].map((name) => name.split('-')[0]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
