/** Futures as arguments, in lists, failing, cancelled, and of clusters that have gone. */
import './recording-host.ts'
import { Client, getClient, getWorker, LocalCluster } from 'distributed'
import { describe, expect, test } from 'vitest'
import { ofKind } from './recording-host.ts'
import { quiet, withCluster } from './with-cluster.ts'

const inc = (x: number): number => x + 1
const add = (x: number, y: number): number => x + y
const boom = (_x: number): number => {
  throw new RangeError('boom')
}

describe('a future among the arguments', () => {
  test('stands for its result, wherever that is', async () => {
    const reports = await withCluster({ nWorkers: 2 }, async ({ client }) => {
      const a = client.submit(inc, [1], { key: 'a', workers: ['worker-0'] })
      const b = client.submit(inc, [2], { key: 'b', workers: ['worker-1'] })
      expect(await client.submit(add, [a, b], { workers: [0] }).result()).toBe(5)
    })
    const fetched = ofKind(reports, 'message-sent').filter(({ op, from }) => op === 'get_data' && from === 'worker-0')
    expect(fetched.map(({ to, payload }) => [to, payload])).toEqual([['worker-1', { keys: ['b'] }]])
  })

  test('stands for its result inside lists and plain objects too', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const a = client.submit(inc, [1])
      const look = (given: unknown) => JSON.stringify(given)
      expect(await client.submit(look, [{ list: [a, 'x'], same: a }]).result()).toBe('{"list":[2,"x"],"same":2}')
    })
  })

  test('whose task fails makes the dependent fail with the same error', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const dependent = client.submit(inc, [client.submit(boom, [1])])
      await expect(dependent.result()).rejects.toThrow(new RangeError('boom'))
      expect(Object(await dependent.exception()).message).toBe('boom')
    })
  })

  test('that nobody knows any more cancels the task that needs it', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const lost = client.submit(inc, [1], { key: 'lost' })
      await lost.result()
      lost.release()
      await quiet()
      await expect(client.submit(inc, [lost], { key: 'k' }).result()).rejects.toThrow(
        'k cancelled for reason: lost dependencies.',
      )
    })
  })
})

describe('many futures', () => {
  test('are made by map, as long as the shortest list', async () => {
    await withCluster({ nWorkers: 2 }, async ({ client }) => {
      const futures = client.map(add, [
        [1, 2, 3],
        [10, 20],
      ])
      expect(await client.gather(futures)).toEqual([11, 22])
    })
  })

  test('are gathered without those that failed, where that is asked for', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const futures = [client.submit(inc, [1]), client.submit(boom, [1])]
      await expect(client.gather(futures)).rejects.toThrow('boom')
      expect(await client.gather(futures, { errors: 'skip' })).toEqual([2])
    })
  })

  test('of another client are refused', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
      const other = new Client(cluster)
      await expect(client.gather([other.submit(inc, [1])])).rejects.toThrow(
        'Cannot gather Futures created by another client.',
      )
      await other.close()
    })
  })
})

test('a result that was lost with its worker is computed again', async () => {
  await withCluster({ nWorkers: 2 }, async ({ client, cluster }) => {
    const options = { workers: [1], allowOtherWorkers: true }
    const future = client.submit(inc, [1], options)
    await future.result()
    await cluster.scale(1)
    expect(await future.result()).toBe(2)
  })
})

test('a task that is killed with four workers fails for good', async () => {
  await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
    const future = client.submit(() => new Promise<number>(() => undefined), [], { key: 'k' })
    for (let time = 0; time < 4; time += 1) {
      await quiet()
      await cluster.scale(0)
      if (time < 3) await cluster.scale(1)
    }
    await expect(future.result()).rejects.toThrow("Attempted to run task 'k' on 4 different workers")
  })
})

test('a cancelled future names the reason, and the call that asked', async () => {
  await withCluster({ nWorkers: 0 }, async ({ client }) => {
    const [one, other] = [client.submit(inc, [1], { key: 'one' }), client.submit(inc, [2], { key: 'other' })]
    await one.cancel({ reason: 'too late', msg: 'Come earlier.' })
    await other.cancel()
    await expect(one.result()).rejects.toThrow('one cancelled for reason: too late.\nCome earlier.')
    await expect(other.result()).rejects.toThrow('other cancelled for reason: unknown.\nfuture.result(): "other" was')
  })
})

test('whoever still waits when the cluster closes is told so, and cannot ask again', async () => {
  const cluster = new LocalCluster({ nWorkers: 0 })
  const client = new Client(cluster)
  const refused = expect(client.submit(inc, [1]).result()).rejects.toThrow('cancelled for reason: unknown.')
  await quiet()
  await cluster.close()
  await refused
  expect(() => client.submit(inc, [1])).toThrow('client.submit(): the cluster of this client is closed.')
  await expect(client.restart()).rejects.toThrow('client.restart(): the cluster of this client is closed.')
  expect(() => cluster.scale(1)).toThrow('cluster.scale(): this cluster is closed.')
  await client.close()
})

test('a failure that nobody asked for is told when its client closes', async () => {
  const reports = await withCluster({ nWorkers: 1 }, async ({ client }) => {
    client.submit(boom, [1], { key: 'bad' })
    await quiet()
  })
  expect(ofKind(reports, 'logged').filter(({ logger }) => logger === 'distributed.client')).toMatchObject([
    { level: 'ERROR', message: 'Task "bad" has failed, and nobody has asked for its result: RangeError: boom' },
  ])
})

test('a task finds its worker, and a client of its own to go on with', async () => {
  await withCluster({ nWorkers: 2 }, async ({ client }) => {
    const look = () => [getWorker().address, getClient().address]
    expect(await client.submit(look, [], { workers: [1] }).result()).toEqual(['worker-1', 'client-worker-1'])
    expect(getClient()).toBe(client)
    expect(() => getWorker()).toThrow('No worker found')
  })
})

test('clusters that are open at the same time have processes of their own', async () => {
  await withCluster({ nWorkers: 1 }, async () => {
    const second = new LocalCluster({ nWorkers: 1 })
    const client = new Client(second)
    expect(await client.submit(() => getWorker().address).result()).toBe('worker-0/2')
    expect([client.address, second.scheduler.address]).toEqual(['client/2', 'scheduler/2'])
    await client.close()
    await second.close()
  })
})

test('restarting workers that have no nanny ends in the words of the timeout', async () => {
  await withCluster({ nWorkers: 1, processes: false }, async ({ client }) => {
    await expect(client.restart()).rejects.toThrow('The 1 worker(s) not using Nannies were just shut down')
  })
})

test('as many results can be gathered as there are, though a call takes only so many arguments', async () => {
  await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
    await client.submit(inc, [1], { key: 'here' }).result()
    const missing = Array.from({ length: 200_000 }, (_, place) => `missing-${place}`)
    expect(await cluster.scheduler.gather(missing)).toEqual({})
  })
})
