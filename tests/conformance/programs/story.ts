/** Tells a scenario step by step: what each step gave or threw, and what plugins heard meanwhile. */
import { Client, type Future, LocalCluster, type LocalClusterOptions, type Worker } from 'distributed'
import type { Report } from 'distributed/host'

/** One call of a recording plugin's hook; the fields are those of the recordings. */
export type StoryEvent = Readonly<Record<string, unknown>>

export interface StoryStep {
  readonly returned?: unknown
  readonly raised?: { readonly type: string; readonly message: string }
  readonly warnings: readonly { readonly process: string; readonly category: string; readonly message: string }[]
}

export interface Told {
  readonly processes: boolean
  /** How much had been reported before the first step. */
  readonly since: number
  readonly steps: readonly StoryStep[]
  readonly events: readonly StoryEvent[]
  readonly notes: Readonly<Record<string, unknown>>
}

export interface Story {
  readonly client: Client
  readonly cluster: LocalCluster
  /** Runs a step of the recording, and lets what follows from it happen. */
  readonly step: (run: () => unknown) => Promise<void>
  readonly note: (name: string, value: unknown) => void
  /** Waits for a result and lets go of the future, as Python does with one that nobody holds. */
  readonly result: <T>(future: Future<T>) => Promise<T>
  readonly worker: (name: number) => Worker
}

const events: StoryEvent[] = []
const names = new Map<string, string>()
let current = 0

/** For recording plugins. */
export function heard(event: StoryEvent): void {
  events.push({ ...event, step: current })
}

/** What a recording calls a process: the worker's name, or its address where nobody wrote the name down. */
export function nameOf(address: string): string {
  return names.get(address) ?? 'inproc://ADDR'
}

interface StoryOptions extends LocalClusterOptions {
  /** False where the recording did not write down the names of the workers. */
  readonly named?: boolean
}

/** Each program is a bundle of its own, and tells one story. */
export async function tell(options: StoryOptions, run: (story: Story) => Promise<void>): Promise<Told> {
  const { named = true, ...given } = options
  const processes = given.processes ?? false
  const cluster = new LocalCluster({ ...given, processes })
  const client = new Client(cluster)
  await cluster.started()
  await settle()
  const reports: readonly Report[] = Reflect.get(globalThis, '__doppelclass').host.reports
  const since = reports.length
  const steps: StoryStep[] = []
  const notes: Record<string, unknown> = {}
  await run({
    client,
    cluster,
    note: (name, value) => {
      notes[name] = value
    },
    result: async (future) => {
      const value = await future.result()
      future.release()
      return value
    },
    worker: (name) => workerOf(cluster, name),
    step: async (act) => {
      if (named) for (const name of [0, 1, 2]) names.set(`worker-${name}`, String(name))
      current = steps.length
      const before = reports.length
      const outcome = await outcomeOf(act)
      await settle()
      const warnings = reports.slice(before).filter((report) => report.kind === 'warned')
      steps.push({ ...outcome, warnings })
    },
  })
  return { processes, since, steps, events, notes }
}

async function outcomeOf(act: () => unknown): Promise<Omit<StoryStep, 'warnings'>> {
  try {
    return { returned: await act() }
  } catch (error) {
    const { name, message } = Object(error)
    return { raised: { type: String(name), message: String(message) } }
  }
}

/** Every message takes a turn; a step of the recordings ends when nothing more happens. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await null
}

function workerOf(cluster: LocalCluster, name: number): Worker {
  const held = cluster.workers.get(name)
  const worker = held !== undefined && 'worker' in held ? held.worker : held
  if (worker === undefined || worker === null) throw new Error(`No worker ${name}. Scale the cluster up first.`)
  return worker
}

/** A step that makes something which later steps need. */
export async function stepWith<Made>(
  step: Story['step'],
  make: () => Made,
  then: (made: Made) => unknown,
): Promise<Made> {
  const made: Made[] = []
  await step(() => {
    const one = make()
    made.push(one)
    return then(one)
  })
  const [first] = made
  if (first === undefined) throw new Error('The step made nothing. See what it threw.')
  return first
}

/** What futures say of themselves. */
export function about(...futures: readonly Future<unknown>[]): readonly unknown[] {
  return futures.map((future) => [future.status, future.done(), future.cancelled()])
}

/** For what the types of the package forbid: the wrong value is the story then. */
export const untyped = (value: unknown) => Object({ value }).value

export function classNameOf(value: unknown): string {
  return Object(value).constructor.name
}
