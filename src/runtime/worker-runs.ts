/** distributed/worker.py `execute`: one run of a task, and what the worker tells of it. */
import { policy } from 'distributed/_version'
import { withError } from 'distributed/core'
import { host } from 'distributed/host'
import { type Imports, loads, type Pickled } from 'distributed/protocol/pickle'
import type { RunSpec, StartStop, TaskErred, TaskFinished } from 'distributed/scheduler-tasks'
import { classOf } from 'distributed/single-dispatch'
import { sizeof } from 'distributed/sizeof'
import { replaceDeep, TaskRef } from 'distributed/task-refs'
import type { Worker } from 'distributed/worker'

export interface Run {
  readonly start: number
  readonly stop: number
}

/** A task, while its function runs. distributed/worker.py `thread_state` */
export interface RunningTask {
  readonly worker: Worker
  readonly key: string
  hasSeceded: boolean
}

export type RunOutcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'exception'; readonly exception: unknown }

interface Surroundings {
  /** The results that the task may need, by key. */
  readonly data: ReadonlyMap<string, unknown>
  readonly imports: Imports
  /** Called just before the function, and what it gives back just after. */
  readonly enter: () => () => void
}

/** Calls the task's function with copies of its arguments, and with the results that stand among them. */
export async function runTask(runSpec: RunSpec, { data, imports, enter }: Surroundings): Promise<RunOutcome> {
  try {
    const { fn, args } = loads(runSpec, imports)
    const given = args.map((arg) =>
      replaceDeep(arg, (part) => (TaskRef.is(part) ? { with: data.get(part.key) } : null)),
    )
    const leave = enter()
    try {
      const result: unknown = Reflect.apply(fn, undefined, given)
      leave()
      return { kind: 'value', value: await result }
    } finally {
      leave()
    }
  } catch (exception) {
    return { kind: 'exception', exception }
  }
}

/** worker_state_machine.py `TaskFinishedMsg` */
export function finishedMessage(value: unknown, run: Run | undefined): TaskFinished {
  const type = classOf(value)
  const typename = type?.name ?? 'NoneType'
  return { metadata: {}, nbytes: sizeof(value), startstops: startStops(run), status: 'OK', thread: 1, type, typename }
}

/** worker_state_machine.py `TaskErredMsg` */
export function erredMessage(exception: Pickled, run: Run | undefined): TaskErred {
  const { stack } = Object(exception.snapshot)
  return {
    ...{
      exception,
      exceptionText: String(exception.snapshot),
      startstops: startStops(run),
      status: 'error',
      thread: 1,
    },
    ...{ traceback: stack, tracebackText: String(stack ?? '') },
  }
}

interface Failure {
  readonly key: string
  readonly runSpec: RunSpec
  readonly exception: unknown
}

export function logFailed(process: string, { key, runSpec, exception }: Failure): void {
  const { fn, args } = runSpec.snapshot
  const lines = [
    `Key:       ${key}`,
    `Function:  ${fn.name || 'lambda'}`,
    `args:      (${args.map(String).join(', ')})`,
  ]
  const message = withError(['Compute Failed', ...lines].join('\n'), exception)
  host.report({ kind: 'logged', process, level: policy.failedTaskLevel, logger: 'distributed.worker', message })
}

/** What a method that is decorated with distributed/utils.py `log_errors` says before it raises. */
export function logRaised(process: string, error: unknown): void {
  const message = withError(String(Object(error).message), error)
  host.report({ kind: 'logged', process, level: 'ERROR', logger: 'distributed.worker', message })
}

function startStops(run: Run | undefined): readonly StartStop[] {
  return run === undefined ? [] : [{ action: 'compute', ...run }]
}
