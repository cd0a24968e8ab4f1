/** Runs tasks through the model of Dask and takes the time: bundled by runtime.ts, which says more. */
import { Client, type Future, LocalCluster, WorkerPlugin } from 'distributed'

interface RuntimeMeasure {
  readonly what: string
  readonly tasks: number
  /** Of the runs, the median. */
  readonly milliseconds: number
  readonly tasksPerSecond: number
}

interface RuntimeGrowth {
  readonly what: string
  /** The cost of a task in the larger setting, divided by that in the smaller: 1 where the whole grows linearly. */
  readonly ratio: number
}

interface Setting {
  readonly tasks: number
  readonly workers: number
  readonly plugins: number
  readonly shape: keyof typeof SHAPES
}

const SMALL: Setting = { tasks: 1_000, workers: 2, plugins: 0, shape: 'independent' }

export interface RuntimeMeasures {
  readonly measures: readonly RuntimeMeasure[]
  readonly growth: readonly RuntimeGrowth[]
}

/** Runs the model itself, silently: nobody listens to its reports. */
export async function measureTasks(samples: number): Promise<RuntimeMeasures> {
  const settings: readonly (readonly [string, Setting])[] = [
    ['10 tiny tasks', { ...SMALL, tasks: 10 }],
    ['1,000 tiny tasks', SMALL],
    ['100,000 tiny tasks', { ...SMALL, tasks: 100_000 }],
    ['a chain of 10,000', { ...SMALL, tasks: 10_000, shape: 'chain' }],
    ['a fan-in of 10,000', { ...SMALL, tasks: 10_000, shape: 'fanIn' }],
    ['10,000 tasks, 16 workers', { ...SMALL, tasks: 10_000, workers: 16 }],
    ['10,000 tasks, 64 workers', { ...SMALL, tasks: 10_000, workers: 64 }],
    ['10,000 tasks, 1 plugin', { ...SMALL, tasks: 10_000, plugins: 1 }],
    ['10,000 tasks, 16 plugins', { ...SMALL, tasks: 10_000, plugins: 16 }],
  ]
  await runOnce(SMALL)
  const measures: RuntimeMeasure[] = []
  for (const [what, setting] of settings) measures.push(await measure(what, setting, samples))
  return { measures, growth: growthOf(measures) }
}

async function measure(what: string, setting: Setting, samples: number): Promise<RuntimeMeasure> {
  const times: number[] = []
  for (let sample = 0; sample < samples; sample += 1) times.push(await runOnce(setting))
  const milliseconds = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
  return { what, tasks: setting.tasks, milliseconds, tasksPerSecond: (setting.tasks / milliseconds) * 1000 }
}

function growthOf(measures: readonly RuntimeMeasure[]): readonly RuntimeGrowth[] {
  const cost = (what: string) => {
    const found = measures.find((one) => one.what === what)
    return found === undefined ? Number.NaN : found.milliseconds / found.tasks
  }
  const ratio = (from: string, to: string) => ({ what: `${from} → ${to}, a task`, ratio: cost(to) / cost(from) })
  return [
    ratio('1,000 tiny tasks', '100,000 tiny tasks'),
    ratio('10,000 tasks, 16 workers', '10,000 tasks, 64 workers'),
    ratio('10,000 tasks, 1 plugin', '10,000 tasks, 16 plugins'),
  ]
}

/** @returns milliseconds from the first submission to the last result */
async function runOnce({ tasks, workers, plugins, shape }: Setting): Promise<number> {
  const cluster = new LocalCluster({ nWorkers: workers, processes: false })
  const client = new Client(cluster)
  await cluster.started()
  for (let name = 0; name < plugins; name += 1) await client.registerPlugin(new WorkerPlugin(), { name: String(name) })
  const start = performance.now()
  await SHAPES[shape](client, tasks)
  const milliseconds = performance.now() - start
  await client.close()
  await cluster.close()
  return milliseconds
}

const inc = (x: number): number => x + 1
const sum = (given: readonly number[]): number => given.reduce((total, one) => total + one, 0)

const SHAPES = {
  independent: async (client: Client, tasks: number): Promise<void> => {
    await client.gather(client.map(inc, [Array.from({ length: tasks }, (_, place) => place)]))
  },
  chain: async (client: Client, tasks: number): Promise<void> => {
    let last = client.submit(inc, [0], { key: 'link-0' })
    for (let place = 1; place < tasks; place += 1) last = client.submit(inc, [last], { key: `link-${place}` })
    await last.result()
  },
  fanIn: async (client: Client, tasks: number): Promise<void> => {
    const futures: readonly Future<number>[] = client.map(inc, [Array.from({ length: tasks - 1 }, (_, place) => place)])
    // In Dask, futures within a list stand for their results too; the type of `submit` knows them only as arguments.
    await client.submit(sum, [futures as unknown as readonly number[]], { key: 'sum' }).result()
  },
}
