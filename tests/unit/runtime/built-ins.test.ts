/** The plugins that come with distributed. */
import './recording-host.ts'
import { Environ, getWorker, InstallPlugin, UploadFile, WorkerPlugin } from 'distributed'
import { ForwardOutput } from 'distributed/diagnostics/plugin'
import { expect, test, vi } from 'vitest'
import { recording } from './recording-host.ts'
import { quiet, withCluster } from './with-cluster.ts'

test('Environ restarts the workers with its variables', async () => {
  await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
    const before = cluster.scheduler.workers.get('worker-0')
    await client.registerPlugin(new Environ({ MODE: 7 }))
    expect(cluster.scheduler.workers.get('worker-0')).not.toBe(before)
    expect(await client.submit(() => getWorker().env.MODE).result()).toBe('7')
  })
})

test('InstallPlugin runs on the scheduler and on every worker, late ones too', async () => {
  let runs = 0
  await withCluster({ nWorkers: 2 }, async ({ client, cluster }) => {
    const plugin = new InstallPlugin(
      () => {
        runs += 1
      },
      { restartWorkers: false },
    )
    await client.registerPlugin(plugin)
    expect(runs).toBe(3)
    await client.registerPlugin(plugin)
    expect(runs).toBe(3)
    await cluster.scale(3)
    expect(runs).toBe(4)
  })
})

test('a worker that lacks a module refuses what needs it, until UploadFile brings it', async () => {
  class OnlyHere extends WorkerPlugin {}
  recording.made(OnlyHere, 'only-here.ts')
  await withCluster({ nWorkers: 1, withoutModules: ['only-here.ts'] }, async ({ client, cluster }) => {
    await expect(client.registerPlugin(new OnlyHere(), { name: 'only' })).rejects.toThrow(
      `ModuleNotFoundError("No module named 'only_here'")`,
    )
    expect([...cluster.scheduler.workerPlugins.keys()]).toEqual(['only'])
    await client.registerPlugin(new UploadFile('only-here.ts'))
    expect(await client.registerPlugin(new OnlyHere(), { name: 'only' })).toEqual({ 'worker-0': { status: 'OK' } })
  })
})

test('ForwardOutput makes events of what tasks print, and of nothing else', async () => {
  const { console } = globalThis
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  // The plugin wraps the methods of the console, so they are called through it.
  const say = (...args: readonly unknown[]) => Reflect.get(console, 'log')(...args)
  await withCluster({ nWorkers: 1 }, async ({ client }) => {
    await client.registerPlugin(new ForwardOutput())
    say('outside')
    await client.submit(() => say('inside', 1)).result()
    await quiet()
    expect((await client.getEvents('print')).map(([, message]) => message)).toEqual([
      { args: ['inside', ' ', '1', '\n'], file: 1, sep: '', end: '', worker: 'worker-0' },
    ])
    await client.unregisterWorkerPlugin('ForwardOutput-1')
  })
  expect(print.mock.calls).toEqual([['outside'], ['inside', 1]])
  expect(Reflect.get(console, 'log')).toBe(print)
  print.mockRestore()
})
