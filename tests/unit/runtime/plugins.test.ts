/** The life of a plugin in the newest modelled version: where it is stored, which hooks run, and in which order. */
import './recording-host.ts'
import { NannyPlugin, SchedulerPlugin, type Worker, WorkerPlugin } from 'distributed'
import type { Report } from 'distributed/host'
import { describe, expect, test } from 'vitest'
import { ofKind } from './recording-host.ts'
import { withCluster } from './with-cluster.ts'

class Recorder extends WorkerPlugin {
  declare readonly name: string
  readonly seen: string[] = []
  constructor(name: string) {
    super()
    this.name = name
  }
  override setup(worker: Worker): void {
    this.seen.push(`setup on ${worker.address}`)
  }
}

class Named extends SchedulerPlugin {
  override readonly name = 'sch'
}

/** Without what is only logged. */
const hooks = (reports: readonly Report[]) =>
  ofKind(reports, 'hook-called')
    .filter(({ hook }) => hook !== 'logEvent')
    .map(({ process, name, hook, thrown }) => `${process} ${name} ${hook}${thrown ? ' threw' : ''}`)

describe('a worker plugin', () => {
  test('is set up once on every worker, each with a copy of its own', async () => {
    await withCluster({ nWorkers: 2 }, async ({ client, cluster }) => {
      const plugin = new Recorder('rec')
      expect(await client.registerPlugin(plugin)).toEqual({
        'worker-0': { status: 'OK' },
        'worker-1': { status: 'OK' },
      })
      expect(plugin.seen).toEqual([])
      const copies = [...cluster.scheduler.state.workers.keys()].map((address) =>
        workerOf(cluster, address)?.plugins.get('rec'),
      )
      expect(copies).toEqual([
        { name: 'rec', seen: ['setup on worker-0'] },
        { name: 'rec', seen: ['setup on worker-1'] },
      ])
    })
  })

  test('without a name is named after its class, with a count', async () => {
    class Nameless extends WorkerPlugin {}
    await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
      await client.registerPlugin(new Nameless())
      await client.registerPlugin(new Nameless())
      expect([...cluster.scheduler.workerPlugins.keys()]).toEqual(['Nameless-1', 'Nameless-2'])
    })
  })

  test('takes the name of the call before its own', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
      await client.registerPlugin(new Recorder('own'), { name: 'given' })
      expect([...cluster.scheduler.workerPlugins.keys()]).toEqual(['given'])
    })
  })

  test('of a name that is taken replaces the old one: teardown, then setup', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      await client.registerPlugin(new Recorder('rec'))
      await client.registerPlugin(new Recorder('rec'))
    })
    expect(hooks(reports)).toEqual([
      'worker-0 rec setup',
      'worker-0 rec teardown',
      'worker-0 rec setup',
      'worker-0 rec teardown',
    ])
  })

  test('that is idempotent does nothing where its name is taken', async () => {
    class Once extends Recorder {
      override idempotent = true
    }
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      await client.registerPlugin(new Once('rec'))
      expect(await client.registerPlugin(new Once('rec'))).toEqual({})
    })
    expect(hooks(reports)).toEqual(['worker-0 rec setup', 'worker-0 rec teardown'])
  })

  test('stays registered when setup throws, and the client gets the error', async () => {
    class Failing extends Recorder {
      override setup(worker: Worker): void {
        if (worker.name === 1) throw new RangeError(`no room on ${worker.address}`)
      }
    }
    const reports = await withCluster({ nWorkers: 2 }, async ({ client, cluster }) => {
      await expect(client.registerPlugin(new Failing('rec'))).rejects.toThrow(new RangeError('no room on worker-1'))
      expect([...cluster.scheduler.workerPlugins.keys()]).toEqual(['rec'])
      expect(workerOf(cluster, 'worker-1')?.plugins.has('rec')).toBe(true)
      expect(await client.submit(() => 2, [], { key: 'k', workers: ['worker-1'] }).result()).toBe(2)
    })
    expect(hooks(reports)).toEqual([
      'worker-0 rec setup',
      'worker-1 rec setup',
      'worker-1 rec setup threw',
      ...['released-waiting', 'waiting-ready', 'ready-executing', 'executing-memory'].map(
        () => 'worker-1 rec transition',
      ),
      ...['memory-released', 'released-forgotten'].map(() => 'worker-1 rec transition'),
      'worker-0 rec teardown',
      'worker-1 rec teardown',
    ])
  })

  test('may have async hooks, which are awaited', async () => {
    const order: string[] = []
    class Slow extends WorkerPlugin {
      override async setup(): Promise<void> {
        await null
        await null
        order.push('set up')
      }
    }
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      await client.registerPlugin(new Slow())
      order.push('registered')
    })
    expect(order).toEqual(['set up', 'registered'])
  })

  test('whose transition throws does not disturb the task', async () => {
    class Noisy extends WorkerPlugin {
      override transition(): void {
        throw new Error('too much')
      }
    }
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      await client.registerPlugin(new Noisy(), { name: 'noisy' })
      expect(await client.submit(() => 1).result()).toBe(1)
    })
    expect(ofKind(reports, 'logged').map(({ message }) => message)).toContain(
      "Plugin 'noisy' failed with exception\nError: too much",
    )
  })

  test('is torn down and gone when it is unregistered', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
      await client.registerPlugin(new Recorder('rec'))
      expect(await client.unregisterWorkerPlugin('rec')).toEqual({ 'worker-0': { status: 'OK' } })
      expect(cluster.scheduler.workerPlugins.size).toBe(0)
      await expect(client.unregisterWorkerPlugin('rec')).rejects.toThrow('The worker plugin rec does not exist')
    })
    expect(hooks(reports)).toEqual(['worker-0 rec setup', 'worker-0 rec teardown'])
  })

  test('is told of by the process that holds it, with the method that asked for it', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      await client.registerPlugin(new Recorder('rec'))
    })
    expect(ofKind(reports, 'plugin-registered').map(({ process, via }) => [process, via])).toEqual([
      ['scheduler', 'registerPlugin'],
      ['worker-0', 'registerPlugin'],
    ])
  })
})

describe('a scheduler plugin', () => {
  test('hears the states of tasks, of workers and of clients', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      expect(await client.registerPlugin(new Named())).toBeUndefined()
      await client.submit(() => 1, [], { key: 'k' }).result()
    })
    expect(hooks(reports)).toEqual(
      [
        ...['start', 'updateGraph', 'transition', 'transition', 'transition', 'transition'],
        ...['removeClient', 'removeWorker', 'beforeClose', 'close'],
      ].map((hook) => `scheduler sch ${hook}`),
    )
  })

  test('that fails to start is not kept', async () => {
    class Failing extends Named {
      override start(): void {
        throw new Error('no start')
      }
    }
    await withCluster({ nWorkers: 0 }, async ({ client, cluster }) => {
      await expect(client.registerPlugin(new Failing())).rejects.toThrow('no start')
      expect(cluster.scheduler.plugins.size).toBe(0)
    })
  })

  test('of a name that is taken starts, and then overwrites with a warning and no close', async () => {
    const reports = await withCluster({ nWorkers: 0 }, async ({ client }) => {
      await client.registerPlugin(new Named())
      await client.registerPlugin(new Named())
      await client.unregisterSchedulerPlugin('sch')
      await expect(client.unregisterSchedulerPlugin('sch')).rejects.toThrow(
        "Could not find plugin 'sch' among the current scheduler plugins",
      )
    })
    expect(hooks(reports)).toEqual(['scheduler sch start', 'scheduler sch start'])
    expect(ofKind(reports, 'warned')).toMatchObject([
      { category: 'UserWarning', message: 'Scheduler already contains a plugin with name sch; overwriting.' },
    ])
  })
})

describe('a nanny plugin', () => {
  class Named extends NannyPlugin {
    override readonly name = 'nan'
  }

  test('goes to the nannies, and is replaced without a teardown', async () => {
    const reports = await withCluster({ nWorkers: 2 }, async ({ client }) => {
      expect(await client.registerPlugin(new Named())).toEqual({
        'worker-0': { status: 'OK' },
        'worker-1': { status: 'OK' },
      })
      await client.registerPlugin(new Named())
    })
    const setups = ['nanny-0 nan setup', 'nanny-1 nan setup']
    expect(hooks(reports)).toEqual([...setups, ...setups, 'nanny-0 nan teardown', 'nanny-1 nan teardown'])
  })

  test('is kept in silence where there are no nannies', async () => {
    await withCluster({ nWorkers: 1, processes: false }, async ({ client, cluster }) => {
      expect(await client.registerPlugin(new Named())).toEqual({})
      expect([...cluster.scheduler.nannyPlugins.keys()]).toEqual(['nan'])
    })
  })
})

function workerOf(
  cluster: { readonly workers: ReadonlyMap<unknown, { readonly worker: Worker | null } | Worker> },
  address: string,
) {
  for (const held of cluster.workers.values()) {
    const worker = 'worker' in held ? held.worker : held
    if (worker?.address === address) return worker
  }
  return undefined
}
