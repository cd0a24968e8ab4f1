/** Waiting no longer than asked, on the cluster's own clock. */
import './recording-host.ts'
import { asCompleted, TimeoutError, wait } from 'distributed'
import { KeyError, ValueError } from 'distributed/exceptions'
import { parseTimedelta } from 'distributed/timedelta'
import { describe, expect, test } from 'vitest'
import { withCluster } from './with-cluster.ts'

const inc = (x: number): number => x + 1

function gated() {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), run: () => opened.then(() => 'go') }
}

describe('a future that takes too long', () => {
  test('is given up, and its task goes on', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const { open, run } = gated()
      const future = client.submit(run, [])
      await expect(future.result({ timeout: 3 })).rejects.toThrow(new TimeoutError('timed out after 3 s.'))
      await expect(future.exception({ timeout: '2 minutes' })).rejects.toThrow(
        new TimeoutError('timed out after 120 s.'),
      )
      await expect(wait([future], { timeout: 1 })).rejects.toThrow(new TimeoutError(''))
      expect(future.status).toBe('pending')
      open()
      expect(await future.result({ timeout: 3 })).toBe('go')
    })
  })

  test('takes as much of the cluster’s time as was asked', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client, cluster }) => {
      const { open, run } = gated()
      const future = client.submit(run, [])
      const before = cluster.scheduler.clock.now()
      await expect(future.result({ timeout: 1000 })).rejects.toThrow(TimeoutError)
      expect(cluster.scheduler.clock.now() - before).toBeCloseTo(1000, 0)
      open()
      await future.result()
    })
  })

  test('does not keep others from ending in time', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const futures = Array.from({ length: 50 }, (_, n) => client.submit(inc, [n]))
      const results = await Promise.all(futures.map((future) => future.result({ timeout: 1 })))
      expect(results).toEqual(futures.map((_, n) => n + 1))
    })
  })
})

describe('asCompleted', () => {
  test('forgets what was cleared, and gives what is added after it', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const { open, run } = gated()
      const ends = asCompleted<unknown>([client.submit(run, [])])
      ends.clear()
      expect(ends.isEmpty()).toBe(true)
      ends.add(client.submit(inc, [1], { key: 'b', workers: [0] }))
      expect(ends.hasReady()).toBe(false)
      open()
      const keys: string[] = []
      for await (const { key } of ends) keys.push(key)
      expect(keys).toEqual(['b'])
    })
  })

  test('gives all that have ended as one batch, and none without waiting', async () => {
    await withCluster({ nWorkers: 1 }, async ({ client }) => {
      const futures = client.map(inc, [[1, 2]])
      const ends = asCompleted(futures)
      expect(await ends.nextBatch({ block: false })).toEqual([])
      await wait(futures)
      expect(await ends.nextBatch()).toEqual(futures)
    })
  })
})

describe('a span of time', () => {
  test.each([
    ['100 ms', 0.1],
    ['2 minutes', 120],
    ['5', 5],
    ['1e-3 hours', 3.6],
    ['S', 1],
  ])('%s is %d seconds', (given, seconds) => {
    expect(parseTimedelta(given)).toBeCloseTo(seconds, 9)
  })

  test('of an unknown unit, or of no number, is refused', () => {
    expect(() => parseTimedelta('3sec')).toThrow(KeyError)
    expect(() => parseTimedelta('1.5.2 s')).toThrow(new ValueError("could not convert string to float: '1.5.2'"))
  })
})
