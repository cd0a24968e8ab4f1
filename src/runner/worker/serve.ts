/** Runs one program that comes through a port and reports what it does: the same code in the browser's worker and in Node. */
import type { BlockedKind, Outcome, TraceEvent } from '../../trace/events.ts'
import { isRunMessage, type Port, type RunMessage, type WorkerMessage } from '../protocol.ts'
import type { TracedConsole } from './console.ts'
import { createEventSink } from './event-sink.ts'
import type { IdleTracker } from './idle.ts'
import { apply, whenSettled } from './intrinsics.ts'
import { watchProxies } from './proxies.ts'
import { createErrorReporter } from './stack.ts'
import { createTracer } from './tracer.ts'

/** What differs between the places where a program can run. */
export interface Environment {
  /** Makes a script of the body of an async function of `__doppelclass`. */
  readonly prepare: (code: string) => Script
  readonly installConsole: (console: TracedConsole) => void
  readonly onUncaught: (listener: (error: unknown) => void) => void
  /** Calls back when the place itself keeps the program from something. */
  readonly onBlocked: (listener: (what: BlockedKind, target: string) => void) => void
  readonly idle: IdleTracker
  /** Milliseconds on a clock that never goes back; used for batching only. */
  readonly now: () => number
}

/** A program's script, before it is read. */
export interface Script {
  /** How stack traces name it. */
  readonly name: string
  /** How many lines it has before the first line of the code. */
  readonly lineOffset: number
  /** Reads it. Throws where its text is no program. */
  readonly load: () => (probes: unknown) => object
}

/** Frames that a stack trace keeps: the probes' own frames must not push out the reader's. */
const STACK_LIMIT = 60

/** Serves exactly one run, since a program may leave its realm in any state. Says `ready` first. */
export function serve(port: Port, environment: Environment): void {
  // Taken now: a program that replaced the method later would be handed the port as its `this`.
  const { postMessage } = port
  const post = (message: unknown) => {
    apply(postMessage, port, [message])
  }
  let served = false
  port.addEventListener('message', ({ data }) => {
    if (served || !isRunMessage(data)) return
    served = true
    execute(post, environment, data)
  })
  port.start()
  post({ type: 'ready' })
}

/** From where the program runs on, nothing here awaits: `await` asks the promise's prototype, which is the program's to change. */
function execute(
  post: (message: WorkerMessage) => void,
  environment: Environment,
  { run, program, limits }: RunMessage,
): void {
  const sink = createEventSink({
    limits,
    now: environment.now,
    later: environment.idle.soon,
    post: (events: readonly TraceEvent[]) => post({ type: 'events', run, events }),
  })
  Object.assign(Error, { stackTraceLimit: STACK_LIMIT })
  const script = environment.prepare(program.code)
  const proxies = watchProxies(globalThis)
  const toReport = createErrorReporter(program.map, { script: script.name, lineOffset: script.lineOffset, proxies })
  const tracer = createTracer({ emit: sink.emit, toReport, proxies })
  environment.installConsole(tracer.console)
  environment.onUncaught((error) => sink.emit({ kind: 'uncaught', error: toReport(error) }))
  environment.onBlocked((what, target) => sink.emit({ kind: 'blocked', what, target }))

  const settle = (outcome: Outcome) => {
    sink.flush()
    post({ type: 'settled', run, outcome })
  }
  const fail = (error: unknown) => {
    const report = toReport(error)
    sink.emit({ kind: 'uncaught', error: report })
    settle({ kind: 'failed', error: report })
  }
  try {
    const running = script.load()(tracer.bundle)
    whenSettled(running, () => environment.idle.whenIdle(() => settle({ kind: 'completed' })), fail)
  } catch (error) {
    // The text is no program.
    fail(error)
  }
}
