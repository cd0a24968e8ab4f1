/** Tasks from `submit` to `forgotten`, and what a program is told when it asks for the impossible. */
import './recording-host.ts'
import { Client, LocalCluster, rejoin, secede, WorkerPlugin, workerClient } from 'distributed'
import type { Report } from 'distributed/host'
import { describe, expect, test } from 'vitest'
import { ofKind } from './recording-host.ts'
import { withCluster } from './with-cluster.ts'

const inc = (x: number) => x + 1
const boom = (): never => {
  throw new RangeError('boom')
}
const holdersOf = ({ scheduler }: LocalCluster, key: string) =>
  [...(scheduler.state.tasks.get(key)?.whoHas ?? [])].map(({ address }) => address)
const transitions = (reports: readonly Report[], process: string) =>
  ofKind(reports, 'task-transition')
    .filter((report) => report.process === process)
    .map(({ key, start, finish }) => `${key}: ${start} → ${finish}`)

describe('a task', () => {
  test('that succeeds goes through the states that Dask records, until it is released', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const future = client.submit(inc, [1], { key: 'ok' })
      expect(future.status).toBe('pending')
      expect(await future.result()).toBe(2)
      expect(future.status).toBe('finished')
      future.release()
      expect(future.status).toBe('cancelled')
    })
    expect(transitions(reports, 'scheduler')).toEqual([
      'ok: released → waiting',
      'ok: waiting → processing',
      'ok: processing → memory',
      'ok: memory → forgotten',
    ])
    expect(transitions(reports, 'worker-0')).toEqual([
      'ok: released → waiting',
      'ok: waiting → ready',
      'ok: ready → executing',
      'ok: executing → memory',
      'ok: memory → released',
      'ok: released → forgotten',
    ])
  })

  test('that fails is in error on the worker and erred on the scheduler, and throws at the client', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const future = client.submit(boom, [], { key: 'bad' })
      await expect(future.result()).rejects.toThrow(new RangeError('boom'))
      expect(future.status).toBe('error')
      future.release()
    })
    expect(transitions(reports, 'scheduler').slice(2)).toEqual([
      'bad: processing → erred',
      'bad: erred → released',
      'bad: released → forgotten',
    ])
    expect(transitions(reports, 'worker-0').slice(3)).toEqual([
      'bad: executing → error',
      'bad: error → released',
      'bad: released → forgotten',
    ])
  })

  test('waits as no-worker while there is nobody to run it', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      client.submit(inc, [1], { key: 'k', workers: ['nobody'] })
      await client.submit(inc, [2]).result()
    })
    expect(transitions(reports, 'scheduler')).toContain('k: waiting → no-worker')
  })

  test('runs where it is told to, by name or by address', async () => {
    await withCluster({ nWorkers: 3 }, async ({ client, cluster }) => {
      await client.submit(inc, [1], { key: 'by-name', workers: [2] }).result()
      await client.submit(inc, [1], { key: 'by-address', workers: ['worker-1'] }).result()
      expect(holdersOf(cluster, 'by-name')).toEqual(['worker-2'])
      expect(holdersOf(cluster, 'by-address')).toEqual(['worker-1'])
    })
  })

  test('is spread over idle workers in turn', async () => {
    await withCluster({ nWorkers: 2 }, async ({ client, cluster }) => {
      for (const x of [0, 1, 2, 3]) await client.submit(inc, [x]).result()
      const where = [...cluster.scheduler.state.tasks.keys()].flatMap((key) => holdersOf(cluster, key))
      expect(where).toEqual(['worker-0', 'worker-1', 'worker-0', 'worker-1'])
    })
  })

  test('may be async', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      expect(await client.submit(async (x: number) => x * 2, [21]).result()).toBe(42)
    })
  })

  test('gets copies of its arguments and gives a copy of its result', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const list = [1]
      const future = client.submit((given: number[]) => [...given, given === list], [list])
      list.push(2)
      expect(await future.result()).toEqual([1, false])
      expect(await future.result()).not.toBe(await future.result())
    })
  })
})

describe('the same call', () => {
  test('is the same task, computed once', async () => {
    let runs = 0
    const count = (_x: { readonly a: number }) => ++runs
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const [first, second, other] = [{ a: 1 }, { a: 1 }, { a: 2 }].map((x) => client.submit(count, [x]))
      expect([first?.key, second?.key, other?.key]).toEqual(['count-1', 'count-1', 'count-2'])
      await Promise.all([first?.result(), second?.result(), other?.result()])
    })
    expect(runs).toBe(2)
  })

  test('is a new task where it is not pure', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const futures = [1, 2].map(() => client.submit(() => 1, [], { pure: false }))
      expect(new Set(futures.map(({ key }) => key)).size).toBe(2)
    })
  })

  test('is forgotten only when the last of its futures is released', async () => {
    const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const [one, two] = [client.submit(inc, [1]), client.submit(inc, [1])]
      await one.result()
      one.release()
      expect(await two.result()).toBe(2)
      two.release()
    })
    expect(ofKind(reports, 'message-sent').filter(({ op }) => op === 'client-releases-keys')).toHaveLength(1)
  })
})

describe('misuse names the call', () => {
  test('on a closed client', async () => {
    const cluster = new LocalCluster({ nWorkers: 1 })
    const client = new Client(cluster)
    await client.close()
    expect(() => client.submit(inc, [1])).toThrow(
      'client.submit(): this client is closed. Make the call before client.close().',
    )
    await expect(client.registerPlugin(new WorkerPlugin())).rejects.toThrow(
      'client.registerPlugin(): this client is closed.',
    )
    await cluster.close()
  })

  test('for the result of a released future', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const future = client.submit(inc, [1], { key: 'k' })
      future.release()
      await expect(future.result()).rejects.toThrow('future.result(): "k" was released or cancelled.')
    })
  })

  test('for a result that is still awaited when its client closes', async () => {
    await withCluster({ nWorkers: 0 }, async ({ client }) => {
      const result = client.submit(inc, [1]).result()
      const refused = expect(result).rejects.toMatchObject({ name: 'FutureCancelledError' })
      await client.close()
      await refused
    })
  })

  test.each([[-1], [1.5], [Number.NaN]])('for %s workers', (nWorkers) => {
    expect(() => new LocalCluster({ nWorkers })).toThrow(
      `new LocalCluster({ nWorkers: ${nWorkers} }): nWorkers must be a whole number, at least 0.`,
    )
  })
})

test('closing twice is closing once', async () => {
  await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
    await client.close()
    await client.close()
    await cluster.close()
    await cluster.close()
    expect([client.status, cluster.status, cluster.scheduler.status]).toEqual(['closed', 'closed', 'closed'])
  })
})

test('the same program gives the same reports', async () => {
  const run = () =>
    withCluster({ nWorkers: 3 }, async ({ client }) => {
      await client.registerPlugin(new WorkerPlugin())
      const futures = [1, 2, 3, 4, 5].map((x) => client.submit(x % 2 ? inc : boom, [x]))
      await Promise.allSettled(futures.map((future) => future.result()))
      for (const future of futures) future.release()
    })
  const reports = (await run()).map((report) => JSON.stringify(report))
  expect((await run()).map((report) => JSON.stringify(report))).toEqual(reports)
  expect(reports.length).toBeGreaterThan(50)
})

describe('a task that needs others', () => {
  test('waits for them with its thread given back, where it is the only one', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const outer = (x: number) => workerClient((own) => own.submit(inc, [x]).result())
      expect(await client.submit(outer, [1]).result()).toBe(2)
    })
  })

  test('takes its thread back once the one that has it ends', async () => {
    const order: string[] = []
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const inner = async () => {
        await null
        order.push('inner')
      }
      const outer = async () => {
        secede()
        const back = rejoin()
        await back
        order.push('outer')
      }
      const both = [client.submit(outer, [], { key: 'outer' }), client.submit(inner, [], { key: 'inner' })]
      await client.gather(both)
    })
    expect(order.toSorted()).toEqual(['inner', 'outer'])
  })

  test('cannot secede twice, nor rejoin before it has', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const twice = () => {
        secede()
        secede()
      }
      await expect(client.submit(twice, [], { key: 'twice' }).result()).rejects.toThrow(
        'secede(): "twice" has seceded already. Call it once in a task.',
      )
      const early = () => rejoin()
      await expect(client.submit(early, [], { key: 'early' }).result()).rejects.toThrow(
        'rejoin(): "early" has its thread still.',
      )
    })
    expect(() => secede()).toThrow('No worker found')
  })
})
