/** Recording plugins on any base class: what each hook was given, in the words of the recordings. */
import type { Nanny, NannyPlugin, Scheduler, SchedulerPlugin, Worker, WorkerPlugin } from 'distributed'
import { WorkerPlugin as Canonical } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import type { SchedulerTransition, UpdateGraph } from 'distributed/scheduler'
import { heard, nameOf } from './story.ts'

interface Recording {
  readonly name: string
  readonly tag?: string
  readonly fail?: readonly string[]
  readonly idempotent?: boolean
}

/** The state that every recording plugin has. */
class Who {
  readonly name: string
  readonly tag: string | null
  readonly fail: readonly string[]

  constructor({ name, tag, fail = [] }: Recording) {
    this.name = name
    this.tag = tag ?? null
    this.fail = fail
  }
}

function about({ name, tag }: Who): object {
  return tag === null ? { plugin: name } : { plugin: name, tag }
}

function failIfAsked({ fail }: Who, hook: string): void {
  if (fail.includes(hook)) throw new RuntimeError(`${hook} failed on purpose`)
}

/** Under which names a process holds this very plugin. */
function namesOf(plugin: unknown, plugins: ReadonlyMap<string, unknown>): readonly string[] {
  return [...plugins].filter(([, held]) => held === plugin).map(([name]) => name)
}

const DUMMY: Recording = { name: 'rec' }

export function recordingWorker(Base: typeof WorkerPlugin, base = 'distributed.diagnostics.plugin.WorkerPlugin') {
  class WorkerHooks extends Base {
    readonly who: Who
    /** `transition` is not told which worker it is on. */
    on = ''

    constructor(recording: Recording = DUMMY) {
      super()
      this.who = new Who(recording)
      Object.assign(this, { name: recording.name })
      if (recording.idempotent !== undefined) this.idempotent = recording.idempotent
    }

    override setup(worker: Worker): void {
      this.on = String(worker.name)
      heard({
        ...{ hook: 'setup', kind: 'worker', worker: String(worker.name), ...about(this.who), status: worker.status },
        ...{ base, isinstance_canonical: this instanceof Canonical, in_plugins: namesOf(this, worker.plugins) },
      })
      failIfAsked(this.who, 'setup')
    }

    override teardown(worker: Worker): void {
      const in_plugins = namesOf(this, worker.plugins)
      const { status } = worker
      heard({ hook: 'teardown', kind: 'worker', worker: String(worker.name), ...about(this.who), status, in_plugins })
      failIfAsked(this.who, 'teardown')
    }

    override transition(key: string, start: string, finish: string, details: object): void {
      const kwargs = Object.keys(details)
      heard({ hook: 'transition', kind: 'worker', worker: this.on, ...about(this.who), key, start, finish, kwargs })
      failIfAsked(this.who, 'transition')
    }
  }
  return WorkerHooks
}

export function recordingScheduler(Base: typeof SchedulerPlugin) {
  class SchedulerHooks extends Base {
    readonly who: Who

    constructor(recording: Recording = DUMMY) {
      super()
      this.who = new Who(recording)
      Object.assign(this, { name: recording.name })
      if (recording.idempotent !== undefined) this.idempotent = recording.idempotent
    }

    override start(scheduler: Scheduler): void {
      const workers = [...scheduler.workers.values()].map(({ name }) => String(name))
      tellScheduler(this.who, 'start', { workers, in_plugins: namesOf(this, scheduler.plugins) })
    }

    override beforeClose(): void {
      tellScheduler(this.who, 'before_close')
    }

    override close(): void {
      tellScheduler(this.who, 'close')
    }

    override restart(): void {
      tellScheduler(this.who, 'restart')
    }

    override updateGraph(_scheduler: Scheduler, graph: UpdateGraph): void {
      const { client: _, keys, tasks, annotations: __, priority: ___, ...kwargs } = graph
      tellScheduler(this.who, 'update_graph', {
        ...{ keys: [...keys].sort(), tasks: [...tasks].sort(), kwargs: Object.keys(kwargs).map(snake).sort() },
      })
    }

    override transition(key: string, start: string, finish: string, details: SchedulerTransition): void {
      tellScheduler(this.who, 'transition', { key, start, finish, kwargs: Object.keys(details).map(snake).sort() })
    }

    override addWorker(_scheduler: Scheduler, worker: string): void {
      tellScheduler(this.who, 'add_worker', { worker: nameOf(worker) })
    }

    override removeWorker(scheduler: Scheduler, worker: string, details: { readonly stimulusId: string }): void {
      const { stimulusId: _, ...kwargs } = details
      const still_in_scheduler = scheduler.workers.has(worker)
      tellScheduler(this.who, 'remove_worker', {
        worker: nameOf(worker),
        kwargs: Object.keys(kwargs),
        still_in_scheduler,
      })
    }

    override addClient(): void {
      tellScheduler(this.who, 'add_client', { client: 'Client' })
    }

    override removeClient(): void {
      tellScheduler(this.who, 'remove_client', { client: 'Client' })
    }

    override logEvent(topic: string): void {
      const told = topic.startsWith('client') ? 'Client-ID' : /^worker-\d/.test(topic) ? 'worker-address' : topic
      tellScheduler(this.who, 'log_event', { topic: told })
    }
  }
  return SchedulerHooks
}

function tellScheduler(who: Who, hook: string, details: object = {}): void {
  heard({ hook, kind: 'scheduler', ...about(who), ...details })
  failIfAsked(who, hook)
}

export function recordingNanny(Base: typeof NannyPlugin) {
  class NannyHooks extends Base {
    readonly who: Who

    constructor(recording: Recording & { readonly restart?: boolean } = DUMMY) {
      super()
      this.who = new Who(recording)
      Object.assign(this, { name: recording.name })
      if (recording.idempotent !== undefined) this.idempotent = recording.idempotent
      if (recording.restart !== undefined) this.restart = recording.restart
    }

    override setup(nanny: Nanny): void {
      const plugins = namesOf(this, nanny.plugins)
      const worker_process = nanny.worker !== null
      tellNanny(this.who, { hook: 'setup', nanny, details: { worker_process, plugins } })
    }

    override teardown(nanny: Nanny): void {
      tellNanny(this.who, { hook: 'teardown', nanny, details: {} })
    }
  }
  return NannyHooks
}

interface NannyEvent {
  readonly hook: string
  /** A worker, where the plugin was taken for one of its own. */
  readonly nanny: Nanny | Worker
  readonly details: object
}

function tellNanny(who: Who, { hook, nanny, details }: NannyEvent): void {
  const worker = String(nanny.name)
  heard({ hook, kind: 'nanny', worker, ...about(who), nanny_status: nanny.status, ...details })
  failIfAsked(who, hook)
}

/** `stimulusId` is `stimulus_id` in the recordings. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
