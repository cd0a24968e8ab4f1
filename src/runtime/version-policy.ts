/** What differs between the versions of Dask that can be modelled. One file in `versions/` fills it in for each. */
import { baseNames } from 'distributed/python-names'
import { isClass } from 'distributed/single-dispatch'

export interface VersionPolicy {
  /** The version of Dask, e.g. `2024.7.1`. */
  readonly version: string
  /** Null before 2023.9.2. */
  readonly registerPlugin: RegisterPluginPolicy | null
  /**
   * `asked` takes the caller's word for the kind of a plugin (`nanny`), and a worker plugin otherwise. `checked` looks at
   * the class, warns that the method is deprecated, and lets ducks pass with a second warning.
   */
  readonly registerWorkerPlugin: 'asked' | 'checked' | 'absent'
  readonly registerSchedulerPlugin: 'current' | 'deprecated' | 'absent'
  /** What a worker or nanny does with a plugin that does not inherit from its base class. */
  readonly duckOnArrival: 'accepted' | 'warned' | 'refused'
  /** Whether a closing worker or nanny runs the teardowns itself, or removes plugin by plugin, so that each is gone when its teardown runs. */
  readonly closing: 'tears-down' | 'removes'
  /** Whether a failing hook of a worker or nanny plugin is written to the log. */
  readonly logsFailingHooks: boolean
  /** What the client makes of a teardown that failed: before 2024.10.0 it trips over the error's packing (`client.py _unregister_worker_plugin`). */
  readonly failedTeardown: 'raised' | 'tripped-over'
  /** Whether `updateGraph` hooks are told the dependencies, or the stimulus; since then, graphs are logged as events too. */
  readonly updateGraph: 'dependencies' | 'stimulus'
  /** What comes of a graph that the scheduler trips over: its futures fail, or the client loses its connection and comes again. */
  readonly brokenGraph: 'fails' | 'disconnects'
  /** Whether the scheduler is `closing` when `beforeClose` runs. */
  readonly closingBeforeHooks: boolean
  /** Whether the reason and the message of a cancellation reach the futures that go with it, or stay with the one that was cancelled, without the reason. */
  readonly cancelReasons: 'dropped' | 'passed-on'
  /** Whether a closed client has an error of its own. */
  readonly closedClient: 'plain' | 'named'
  /** Whether workers that do not come have an error of their own. */
  readonly workerStartTimeout: 'plain' | 'named'
  /** What a nanny says when its worker has gone. */
  readonly restartingWorker: string
  /** How loudly a worker says that a task has failed. */
  readonly failedTaskLevel: 'WARNING' | 'ERROR'
  /** Whether `InstallPlugin` looks at what the workers answer. */
  readonly failedInstall: 'unchecked' | 'raised'
  /** Whether the function of an `InstallPlugin` runs on the workers: in 2024.7.1 each of them trips over its lock, and nobody hears of it. */
  readonly installOnWorkers: 'trips' | 'runs'
  /** Whether `logEvent` hooks hear of what is said under several topics at once. */
  readonly severalTopics: 'unheard' | 'heard'
  /** Whether it is an event that a task asks for a client. */
  readonly taskClients: 'unsaid' | 'logged'
  /** How the scheduler's log names a worker. */
  readonly workerLines: 'repr' | 'address'
}

export interface RegisterPluginPolicy {
  /** What it says of an object that is no plugin: the message of its `TypeError`. */
  readonly refusal: (plugin: unknown) => string
  /** What it makes of `idempotent` among its options. While that was `current`, nobody asked the plugin itself. */
  readonly idempotentOption: 'current' | 'deprecated' | 'removed'
}

/** 2023.9.2: whatever is no plugin is a duck, classes too. */
export function refuseAnything(): string {
  return DUCK
}

const NOT_AN_INSTANCE = 'Please provide an instance of a plugin, not a type.'

const DUCK =
  'Registering duck-typed plugins is not allowed. Please inherit from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'

const LONG_PATH =
  'Importing plugin base classes from `dask.distributed.diagnostics.plugin` is not supported. Please import directly from `distributed.diagnostics.plugin` instead.'

/** 2024.7.0: an instance is told from a class. distributed/client.py `_register_plugin` */
export function refuseDuck(plugin: unknown): string {
  return isClass(plugin) ? NOT_AN_INSTANCE : DUCK
}

/** 2024.10.0: so is a class whose *direct* base was imported by the long path; a grandchild gets the old message still. */
export function refuseLongPath(plugin: unknown): string {
  if (isClass(plugin)) return NOT_AN_INSTANCE
  return baseNames(plugin).some((name) => name.includes('dask.distributed.diagnostics.plugin')) ? LONG_PATH : DUCK
}
