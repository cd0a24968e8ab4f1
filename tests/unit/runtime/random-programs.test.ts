/** Random programs on a cluster: whatever is submitted, released, scaled and registered in which order, nothing hangs and all invariants hold. */
import './recording-host.ts'
import { Client, type Future, fireAndForget, LocalCluster, secede, WorkerPlugin } from 'distributed'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts'
import { expectConsistent, expectNothingLeft } from './invariants.ts'
import { record } from './recording-host.ts'
import { quiet } from './with-cluster.ts'

type Action =
  | {
      readonly do: 'submit'
      readonly on: readonly number[]
      readonly fn: keyof typeof FUNCTIONS
      readonly others: boolean
      readonly worker: number | null
      readonly priority: number
      readonly retries: number
      readonly gpu: number
      /** Under a key that may be known already. */
      readonly key: number | null
    }
  | { readonly do: 'map'; readonly items: readonly number[] }
  | { readonly do: 'scatter'; readonly values: readonly number[]; readonly broadcast: boolean }
  | { readonly do: 'release' | 'cancel' | 'retry' | 'fire' | 'gather'; readonly which: number }
  | { readonly do: 'join' | 'leave' | 'restart-one' }
  | { readonly do: 'scale' | 'retire'; readonly n: number }
  | { readonly do: 'register' | 'unregister'; readonly name: string }
  | { readonly do: 'restart' | 'wait' }

const which = fc.nat(20)
const name = fc.constantFrom('a', 'b')
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      on: fc.array(which, { maxLength: 3 }),
      fn: fc.constantFrom(
        'sum' as const,
        'sum' as const,
        'sum' as const,
        'fail' as const,
        'slow' as const,
        'seceding' as const,
      ),
      others: fc.boolean(),
      worker: fc.option(fc.nat(3), { freq: 4 }),
      priority: fc.integer({ min: -1, max: 1 }),
      retries: fc.nat(2),
      gpu: fc.constantFrom(0, 0, 0, 1, 2),
      key: fc.option(fc.nat(5), { freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('map' as const), items: fc.array(which, { maxLength: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('scatter' as const),
      values: fc.array(which, { minLength: 1, maxLength: 3 }),
      broadcast: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('join' as const, 'leave' as const, 'restart-one' as const) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('release' as const, 'cancel' as const, 'retry' as const, 'fire' as const, 'gather' as const),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('scale' as const), n: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retire' as const), n: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('register' as const, 'unregister' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('wait' as const, 'restart' as const) }) },
)

class Named extends WorkerPlugin {
  override readonly name: string
  constructor(given: string) {
    super()
    this.name = given
  }
}

const sum = (...given: readonly number[]): number => given.reduce((total, one) => total + one, 1)
const fail = (..._given: readonly number[]): number => {
  throw new RangeError('on purpose')
}
/** Long enough for others to be stolen meanwhile. */
const slow = async (...given: readonly number[]): Promise<number> => {
  for (let turn = 0; turn < 90; turn += 1) await null
  return sum(...given)
}
const seceding = (...given: readonly number[]): Promise<number> => {
  secede()
  return slow(...given)
}
type Adding = (...given: readonly number[]) => number | Promise<number>
const FUNCTIONS: Readonly<Record<'sum' | 'fail' | 'slow' | 'seceding', Adding>> = { sum, fail, slow, seceding }

interface Stage {
  readonly cluster: LocalCluster
  readonly client: Client
  readonly futures: Future<number>[]
  /** Clients that come and go. */
  readonly others: Client[]
}

async function perform({ cluster, client, futures, others }: Stage, act: Action): Promise<unknown> {
  switch (act.do) {
    case 'submit': {
      const key = `t${act.key ?? futures.length + 100}`
      // A task that needs its own result is none of Dask's cases.
      const given = act.on.flatMap((place) => futures[place % Math.max(futures.length, 1)] ?? [])
      const isKnown = futures.some((future) => future.key === key)
      const { priority, retries, worker, others: allowOtherWorkers, gpu } = act
      const where = {
        ...(worker === null ? {} : { workers: [worker], allowOtherWorkers }),
        ...(gpu === 0 ? {} : { resources: { GPU: gpu } }),
      }
      const options = { key, priority, retries, ...where }
      return futures.push(client.submit(FUNCTIONS[act.fn], isKnown ? [] : given, options))
    }
    case 'map':
      return futures.push(...client.map(sum, [act.items]))
    case 'scatter':
      // Without workers there is nowhere to put them.
      return client.scatter(act.values, { broadcast: act.broadcast }).then(
        (made) => futures.push(...made),
        () => undefined,
      )
    case 'fire': {
      const future = futures[act.which % Math.max(futures.length, 1)]
      return future === undefined ? undefined : fireAndForget(future)
    }
    case 'gather':
      return client.gather(
        futures.filter(({ status }) => status === 'finished' || status === 'error'),
        { errors: 'skip' },
      )
    case 'join':
      return others.push(new Client(cluster, { setAsDefault: false }))
    case 'leave':
      return others.pop()?.close()
    case 'restart-one':
      return client.restartWorkers([...cluster.scheduler.workers.keys()].slice(0, 1))
    case 'release':
      return futures[act.which % Math.max(futures.length, 1)]?.release()
    case 'cancel':
      return futures[act.which % Math.max(futures.length, 1)]?.cancel()
    case 'retry':
      return retryFailed(futures[act.which % Math.max(futures.length, 1)])
    case 'scale':
      return cluster.scale(act.n)
    case 'retire':
      return client.retireWorkers([...cluster.scheduler.workers.keys()].slice(0, act.n))
    case 'register':
      return client.registerPlugin(new Named(act.name))
    case 'unregister':
      // Unknown names are refused, as they should be.
      return client.unregisterWorkerPlugin(act.name).catch(() => undefined)
    case 'restart':
      return client.restart()
    case 'wait':
      return quiet()
  }
}

/** As in Dask, only what has failed can be retried. */
function retryFailed(future: Future<number> | undefined): unknown {
  // What made it fail may have no future any more, and then it is refused.
  return future?.status === 'error' ? future.retry().catch(() => undefined) : undefined
}

async function run(actions: readonly Action[]): Promise<readonly string[]> {
  const reports = await record(async () => {
    const cluster = new LocalCluster({ nWorkers: 2, resources: { GPU: 1 } })
    const client = new Client(cluster)
    const stage: Stage = { cluster, client, futures: [], others: [] }
    for (const act of actions) await perform(stage, act)
    await cluster.scale(2)
    await quiet()
    expectConsistent(cluster)
    const waiting = stage.futures.map((future) => future.result().catch(() => undefined))
    for (const other of stage.others) await other.close()
    await client.close()
    await Promise.all(waiting)
    await cluster.close()
    await quiet()
    expectNothingLeft(cluster)
  })
  return reports.map((report) =>
    JSON.stringify(report, (field, value) => (field === 'plugin' || field === 'stack' ? undefined : value)),
  )
}

const programs = fc.array(action, { minLength: 1, maxLength: 25 })

test(
  'a random program never hangs, and leaves a cluster that is consistent, and then nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(programs, async (actions) => {
        await run(actions)
      }),
      { numRuns: FUZZ_RUNS },
    )
  },
  FUZZ_TIMEOUT,
)

test(
  'a random program makes the same reports each time',
  async () => {
    await fc.assert(
      fc.asyncProperty(programs, async (actions) => {
        expect(await run(actions)).toEqual(await run(actions))
      }),
      { numRuns: FUZZ_RUNS / 5 },
    )
  },
  FUZZ_TIMEOUT,
)
