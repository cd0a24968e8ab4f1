/** distributed/diagnostics/plugin.py: the base classes of all plugins. What inherits from these very objects is a plugin. */
// Python runs the package of a module before the module: whoever loads this file by a second path loads that file twice too.
import './index.ts'
import type { Nanny } from 'distributed/nanny'
import type { Scheduler, SchedulerTransition, UpdateGraph } from 'distributed/scheduler'
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
  /** Runs after every change of a task's state, e.g. from `processing` to `memory`. */
  transition(_key: string, _start: string, _finish: string, _details: SchedulerTransition): void {}
  addWorker(_scheduler: Scheduler, _worker: string): HookResult {}
  removeWorker(_scheduler: Scheduler, _worker: string, _details: { readonly stimulusId: string }): HookResult {}
  addClient(_scheduler: Scheduler, _client: string): void {}
  removeClient(_scheduler: Scheduler, _client: string): void {}
}

/** Hears what happens on each worker, where a copy of it lives. Register an instance of a subclass with `Client.registerPlugin`. */
export class WorkerPlugin {
  /** Where true, and a plugin of the same name is already there, registering this one does nothing. */
  declare idempotent: boolean
  /** Without a name, one is made of the class's name and a count. */
  declare readonly name?: string

  static {
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
    NannyPlugin.prototype.idempotent = false
    NannyPlugin.prototype.restart = false
  }

  /** Runs when the plugin arrives at a nanny. */
  setup(_nanny: Nanny): HookResult {}
  /** Runs when its nanny closes, or when the plugin is removed. */
  teardown(_nanny: Nanny): HookResult {}
}
