/** distributed/diagnostics/plugin.py: the base classes of all plugins. What inherits from these very objects is a plugin. */
// Python runs the package of a module before the module: whoever loads this file by a second path loads that file twice too.
import './index.ts'
import { policy } from 'distributed/_version'
import { AssertionError } from 'distributed/exceptions'
import { HOOK_KEYWORD } from 'distributed/hooks'
import { nextProgramId } from 'distributed/ids'
import type { Nanny } from 'distributed/nanny'
import { requireFine } from 'distributed/plugin-requests'
import { dumps } from 'distributed/protocol/pickle'
import { str } from 'distributed/python-repr'
import type { Scheduler, SchedulerTransition, UpdateGraph } from 'distributed/scheduler'
import type { WorkerState } from 'distributed/scheduler-tasks'
import type { Worker } from 'distributed/worker'

/** What a hook may give back. A promise is awaited before the work goes on. */
export type HookResult = void | Promise<void>

// `idempotent` and `restart` are set once, on the prototype, as Python's class attributes are: a plugin without any state
// of its own looks so, and a subclass sets its own with a plain field.

/** Hears what happens on the scheduler. Register an instance of a subclass with `Client.registerPlugin`. */
export class SchedulerPlugin {
  /** Where true, and a plugin of the same name is already there, registering this one does nothing. */
  declare idempotent: boolean
  /** Without a name, one is made of the class's name and a count. */
  declare readonly name?: string

  static {
    SchedulerPlugin.prototype.idempotent = false
  }

  /** Runs when the plugin arrives on the scheduler, before it is stored there. */
  start(_scheduler: Scheduler): HookResult {}
  /** Runs before the scheduler begins to close. */
  beforeClose(): HookResult {}
  /** Runs while the scheduler closes, after the workers have gone. */
  close(): HookResult {}
  /** Runs when a client brings new tasks. */
  updateGraph(_scheduler: Scheduler, _graph: UpdateGraph): void {}
  /** Runs when a client restarts the cluster, after all tasks are forgotten and before the workers go. */
  restart(_scheduler: Scheduler): void {}
  /** Runs after every change of a task's state, e.g. from `processing` to `memory`. */
  transition(_key: string, _start: string, _finish: string, _details: SchedulerTransition): void {}
  addWorker(_scheduler: Scheduler, _worker: string): HookResult {}
  removeWorker(_scheduler: Scheduler, _worker: string, _details: { readonly stimulusId: string }): HookResult {}
  addClient(_scheduler: Scheduler, _client: string): void {}
  removeClient(_scheduler: Scheduler, _client: string): void {}
  /** Runs when the scheduler looks for workers to spare (`Scheduler.workersToClose`): which of them may go. */
  validWorkersDownscaling(_scheduler: Scheduler, workers: readonly WorkerState[]): readonly WorkerState[] {
    return workers
  }
  /** Runs when something is said under a topic: `all`, `scheduler`, the address of a worker or a client, or one of a program's own. */
  logEvent(_topic: string, _message: unknown): void {}
}

/** Hears what happens on each worker, where a copy of it lives. Register an instance of a subclass with `Client.registerPlugin`. */
export class WorkerPlugin {
  /** Where true, and a plugin of the same name is already there, registering this one does nothing. */
  declare idempotent: boolean
  /** Without a name, one is made of the class's name and a count. */
  declare readonly name?: string

  static {
    Reflect.set(WorkerPlugin.prototype, HOOK_KEYWORD, 'worker')
    WorkerPlugin.prototype.idempotent = false
  }

  /** Runs on each worker when the plugin arrives there, and on every worker that joins later. */
  setup(_worker: Worker): HookResult {}
  /** Runs when its worker closes, or when the plugin is removed. */
  teardown(_worker: Worker): HookResult {}
  /** Runs after every change of a task's state on this worker, e.g. from `executing` to `memory`. */
  transition(_key: string, _start: string, _finish: string, _details: Readonly<Record<string, never>>): void {}
}

/** Lives beside a worker rather than in it, and outlives its restarts. */
export class NannyPlugin {
  /** Where true, and a plugin of the same name is already there, registering this one does nothing. */
  declare idempotent: boolean
  /** Where true, registering the plugin restarts the worker after `setup`. */
  declare restart: boolean
  /** Without a name, one is made of the class's name and a count. */
  declare readonly name?: string

  static {
    Reflect.set(NannyPlugin.prototype, HOOK_KEYWORD, 'nanny')
    NannyPlugin.prototype.idempotent = false
    NannyPlugin.prototype.restart = false
  }

  /** Runs when the plugin arrives at a nanny. */
  setup(_nanny: Nanny): HookResult {}
  /** Runs when its nanny closes, or when the plugin is removed. */
  teardown(_nanny: Nanny): HookResult {}
}

/** Runs a function on the scheduler and then on every worker, to install what they need. */
export class InstallPlugin extends SchedulerPlugin {
  override readonly name: string
  readonly installFn: () => HookResult
  /** Whether workers that have a nanny restart after it. */
  readonly restartWorkers: boolean
  scheduler: Scheduler | null = null

  static {
    InstallPlugin.prototype.idempotent = true
  }

  constructor(installFn: () => HookResult, { restartWorkers }: { readonly restartWorkers: boolean }) {
    super()
    this.name = nextProgramId(new.target.name)
    this.installFn = installFn
    this.restartWorkers = restartWorkers
  }

  override async start(scheduler: Scheduler): Promise<void> {
    const { name, installFn, restartWorkers } = this
    this.scheduler = scheduler
    await installFn()
    const plugin = restartWorkers ? new InstallNannyPlugin(installFn, name) : new InstallWorkerPlugin(installFn, name)
    const message = { plugin: dumps(plugin), name, idempotent: true }
    const answers = restartWorkers
      ? await scheduler.registerNannyPlugin(message, null)
      : await scheduler.registerWorkerPlugin(message, null)
    if (policy.failedInstall === 'raised') requireFine(answers)
  }

  override async close(): Promise<void> {
    if (this.scheduler === null) throw new AssertionError()
    const { name } = this
    if (this.restartWorkers) await this.scheduler.unregisterNannyPlugin({ name }, null)
    else await this.scheduler.unregisterWorkerPlugin({ name }, null)
  }
}

class InstallWorkerPlugin extends WorkerPlugin {
  override readonly name: string
  readonly installFn: () => HookResult

  constructor(installFn: () => HookResult, name: string) {
    super()
    this.installFn = installFn
    this.name = name
  }

  override setup(): Promise<void> {
    return installOnWorker(this.installFn)
  }
}

class InstallNannyPlugin extends NannyPlugin {
  override readonly name: string
  readonly installFn: () => HookResult

  static {
    InstallNannyPlugin.prototype.restart = true
  }

  constructor(installFn: () => HookResult, name: string) {
    super()
    this.installFn = installFn
    this.name = name
  }

  override setup(): Promise<void> {
    return installOnWorker(this.installFn)
  }
}

/** Workers of one machine take turns at it, by a lock that cannot be made in 2024.7.1. plugin.py `_InstallWorkerPlugin.setup` */
async function installOnWorker(installFn: () => HookResult): Promise<void> {
  if (policy.installOnWorkers === 'trips') {
    throw new TypeError("Semaphore.__init__() got an unexpected keyword argument 'register'")
  }
  await installFn()
}

/** Gives the workers a module of the program that they lack. Dask sends the file's text; here it is in the program already. */
export class UploadFile extends WorkerPlugin {
  override readonly name = 'upload_file'
  readonly filename: string

  /** @param filepath the module's path in the project, e.g. `only-here.ts` */
  constructor(filepath: string) {
    super()
    this.filename = filepath
  }

  override async setup(worker: Worker): Promise<void> {
    await worker.uploadFile({ filename: this.filename })
  }
}

/** Sets environment variables of the workers, which restart for it. A task reads them from `getWorker().env`. */
export class Environ extends NannyPlugin {
  readonly environ: Readonly<Record<string, string>>

  static {
    Environ.prototype.restart = true
  }

  constructor(environ: Readonly<Record<string, unknown>> = {}) {
    super()
    this.environ = Object.fromEntries(Object.entries(environ).map(([name, value]) => [name, str(value)]))
  }

  override setup(nanny: Nanny): void {
    Object.assign(nanny.env, this.environ)
  }
}

/** What tasks print is an event under the topic `print` too, so that clients hear of it. */
export class ForwardOutput extends WorkerPlugin {
  restore: () => void = () => undefined

  override setup(worker: Worker): void {
    this.restore = forwardConsole((file, given) => {
      // Python's `print` writes each argument, each space between two, and the end of the line.
      const words = given.flatMap((one, place) => (place === 0 ? [String(one)] : [' ', String(one)]))
      if (worker.isRunningTask) worker.logEvent('print', { args: [...words, '\n'], file, sep: '', end: '' })
    })
  }

  override teardown(): void {
    this.restore()
  }
}

const CONSOLE_FILES = { log: 1, info: 1, debug: 1, warn: 2, error: 2 } as const

/** @param forward told which of Python's files it would be, 1 or 2, and what was printed */
function forwardConsole(forward: (file: 1 | 2, args: readonly unknown[]) => void): () => void {
  // The realm has a console, wherever this runs; the package itself never prints.
  const target: unknown = Reflect.get(globalThis, 'console')
  if (typeof target !== 'object' || target === null) return () => undefined
  const restores = Object.entries(CONSOLE_FILES).map(([method, file]) => {
    const original: unknown = Reflect.get(target, method)
    if (typeof original !== 'function') return () => undefined
    const wrapped = (...args: readonly unknown[]) => {
      forward(file, args)
      Reflect.apply(original, target, args)
    }
    Reflect.set(target, method, wrapped)
    return () => {
      if (Reflect.get(target, method) === wrapped) Reflect.set(target, method, original)
    }
  })
  return () => {
    for (const restore of restores) restore()
  }
}
