/** The closed union of everything a run can report. Every panel, goal and test is a fold over it. */
import type { ErrorReport, Frame, Preview } from './preview.ts'

/** A module instance: the path under which the bundler loaded it, relative to the project, e.g. `node_modules/dask/distributed/diagnostics/plugin.ts`. */
export type ModuleKey = string & { readonly __brand: 'ModuleKey' }

/** One class object. Two classes of the same name and source have two ids. Counted from 1 in order of creation. */
export type ClassId = number & { readonly __brand: 'ClassId' }

/** A place in a module's source. Lines and columns count from 1, columns in UTF-16 units, as Monaco does. */
export interface Span {
  readonly module: ModuleKey
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The top level of a module began to run. `file` is its real path, which differs from the key behind a symlink. */
export interface ModuleEvaluated {
  readonly kind: 'module-evaluated'
  readonly module: ModuleKey
  readonly file: string
}

/** A class object came into being, or, where `span` is null, a class from outside the program (`Array`, `Error`, …) was met for the first time. */
export interface ClassCreated {
  readonly kind: 'class-created'
  readonly class: ClassId
  /** Empty for an anonymous class. */
  readonly name: string
  readonly base: ClassId | null
  readonly span: Span | null
}

/** One step of a walk along a prototype chain: the prototype met, the class it belongs to, and whether it was the one looked for. */
export interface Hop {
  /** Null where the prototype is not the `prototype` of a class that could be found. */
  readonly class: ClassId | null
  readonly label: string
  readonly met: boolean
}

/** Why an `instanceof` gave its answer. */
export type CheckReason =
  | 'met' // the target's prototype was on the chain
  | 'end-of-chain' // the walk reached null
  | 'primitive' // the left side was no object
  | 'has-instance' // the target answered through its own Symbol.hasInstance
  | 'threw' // the right side was not callable, or a trap threw

/** One `instanceof` in the program's source. */
export interface InstanceofChecked {
  readonly kind: 'instanceof-checked'
  readonly span: Span
  readonly value: Preview
  readonly target: ClassId | null
  readonly targetLabel: string
  readonly hops: readonly Hop[]
  readonly reason: CheckReason
  readonly answer: boolean
}

/** An arm of a dispatch table: the class it is registered for. */
export interface DispatchArm {
  readonly class: ClassId
  readonly label: string
}

/** One step of a dispatch: a class of the value's chain, and the arm that has the same identity, if one has. */
export interface DispatchHop {
  readonly class: ClassId
  readonly label: string
  readonly arm: ClassId | null
}

/** A dispatch on the class of a value, as `functools.singledispatchmethod` does it: first class on the chain that has an arm. */
export interface Dispatched {
  readonly kind: 'dispatched'
  /** The function that dispatched, e.g. `registerPlugin`. */
  readonly function: string
  /** The innermost line of the project's own files that led to it; null where none did, or none can be seen. */
  readonly at: Frame | null
  readonly value: Preview
  readonly arms: readonly DispatchArm[]
  readonly hops: readonly DispatchHop[]
  /** The arm taken; null means the fallback for `object`. */
  readonly chosen: ClassId | null
}

export type PluginKind = 'worker' | 'scheduler' | 'nanny'

/** A process of the cluster, by the address it is known under: `client`, `scheduler`, `worker-0`, `nanny-0`. */
export type ProcessName = string

/** A plugin took its seat in a process (or left it). */
export interface PluginRegistered {
  readonly kind: 'plugin-registered' | 'plugin-unregistered'
  readonly process: ProcessName
  readonly pluginKind: PluginKind
  readonly plugin: string
  readonly class: ClassId | null
  /** The client's method that asked for it, e.g. `registerPlugin`; null when a joining worker received it. */
  readonly via: string | null
}

/** The runtime called a hook of a plugin. Reported before the call; a hook that throws is reported again with its error. */
export interface HookCalled {
  readonly kind: 'hook-called'
  readonly process: ProcessName
  readonly pluginKind: PluginKind
  readonly plugin: string
  readonly class: ClassId | null
  readonly hook: string
  /** What the hook was given, e.g. `{ key, start, finish }`. */
  readonly args: Preview
  readonly error: ErrorReport | null
}

export interface TaskTransition {
  readonly kind: 'task-transition'
  readonly process: ProcessName
  readonly key: string
  readonly start: string
  readonly finish: string
}

/** Something crossed from one process to another. */
export interface MessageSent {
  readonly kind: 'message-sent'
  readonly from: ProcessName
  readonly to: ProcessName
  /** Dask's own name of the operation, e.g. `register-worker-plugin`. */
  readonly op: string
  readonly payload: Preview
}

/** A warning of the modelled library, in its words. */
export interface Warned {
  readonly kind: 'warned'
  readonly process: ProcessName
  readonly category: 'DeprecationWarning' | 'FutureWarning' | 'UserWarning'
  readonly message: string
}

/** A line of the modelled library's own log. */
export interface Logged {
  readonly kind: 'logged'
  readonly process: ProcessName
  readonly level: 'INFO' | 'WARNING' | 'ERROR'
  readonly logger: string
  readonly message: string
}

export type ConsoleLevel = 'log' | 'info' | 'debug' | 'warn' | 'error'

/** Values that the program printed. A format such as `%s` is filled in already. */
export interface ConsoleLine {
  readonly kind: 'console'
  readonly level: ConsoleLevel
  readonly values: readonly Preview[]
}

/** `console.trace`: values, and the way that led to the call, the innermost frame first. */
export interface ConsoleTraced {
  readonly kind: 'console-traced'
  readonly values: readonly Preview[]
  readonly frames: readonly Frame[]
}

/** `console.table`, where the data has rows. Rows and columns are bounded. */
export interface ConsoleTable {
  readonly kind: 'console-table'
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly omittedColumns: number
  readonly omittedRows: number
}

export interface TableRow {
  /** The index of an array, the name of a property, the key of a Map. */
  readonly key: string
  /** One a column; null where the row has no such property. */
  readonly cells: readonly (Preview | null)[]
  /** What the row itself is, where that is more than its cells: a value without properties, or an instance of a class. */
  readonly value: Preview | null
}

/** What is printed from here to its end belongs together. */
export interface ConsoleGroup {
  readonly kind: 'console-group'
  readonly values: readonly Preview[]
  readonly isCollapsed: boolean
}

/** The innermost open group ended. */
export interface ConsoleGroupEnded {
  readonly kind: 'console-group-ended'
}

/** The program asked to empty the console, which also ends all its groups. */
export interface ConsoleCleared {
  readonly kind: 'console-cleared'
}

/** What the console itself says of a counter or a timer of the program. */
export interface ConsoleNote {
  readonly kind: 'console-note'
  readonly label: string
  readonly note: CounterNote | TimerNote
}

export type CounterNote = { readonly kind: 'counted'; readonly count: number } | { readonly kind: 'no-counter' }

/** A trace has no clock: what passed is told in events of the run, which are the same whenever the program runs. */
export type TimerNote =
  | { readonly kind: 'timed'; readonly events: number; readonly values: readonly Preview[] }
  | { readonly kind: 'no-timer' }
  | { readonly kind: 'timer-runs-already' }

/** Whatever a program's console reports. */
export type ConsoleEvent =
  | ConsoleLine
  | ConsoleTraced
  | ConsoleTable
  | ConsoleGroup
  | ConsoleGroupEnded
  | ConsoleCleared
  | ConsoleNote

/** An error that nobody caught: thrown at top level, or a rejected promise without a handler. */
export interface UncaughtError {
  readonly kind: 'uncaught'
  readonly error: ErrorReport
}

/** What a program reached for, and could not have: named for what the reader is told. */
export type BlockedKind =
  | 'network' // a connection, of any kind
  | 'code' // a script from elsewhere
  | 'eval' // code made out of a text
  | 'worker' // another worker
  | 'storage' // anything that stays in the browser
  | 'channel' // a channel to other pages

/** The program tried something that programs here may not do. */
export interface Blocked {
  readonly kind: 'blocked'
  readonly what: BlockedKind
  /** An address, or the name of what was called. */
  readonly target: string
}

/** The run reported more than its limits allow; what followed was counted and dropped. */
export interface Truncated {
  readonly kind: 'truncated'
  readonly what: 'console' | 'events'
  readonly dropped: number
}

export type TraceEvent =
  | ModuleEvaluated
  | ClassCreated
  | InstanceofChecked
  | Dispatched
  | PluginRegistered
  | HookCalled
  | TaskTransition
  | MessageSent
  | Warned
  | Logged
  | ConsoleEvent
  | Blocked
  | UncaughtError
  | Truncated

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly error: ErrorReport }
  | { readonly kind: 'stopped'; readonly by: 'reader' | 'watchdog' }

/** What one run left behind: its events in order, and how it ended. */
export interface Trace {
  readonly events: readonly TraceEvent[]
  readonly outcome: Outcome
}
