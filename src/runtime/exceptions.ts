/** The errors of Python and of distributed that have no counterpart in JavaScript, under their own names. */

/** Python's built-in `AssertionError`; Dask's assertions mostly carry no message. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
}

/** Python's built-in `AttributeError`. */
export class AttributeError extends Error {
  override readonly name = 'AttributeError'
}

/** Python's built-in `KeyError`. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}

/** Python's built-in `ValueError`. */
export class ValueError extends Error {
  override readonly name = 'ValueError'
}

/** Python's built-in `RuntimeError`. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError'
}

/** Python's built-in `NotImplementedError`. */
export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError'
}

/** Python's built-in `TimeoutError`. */
export class TimeoutError extends Error {
  override readonly name: string = 'TimeoutError'
}

/** Fewer workers came than were waited for. distributed/exceptions.py */
export class WorkerStartTimeoutError extends TimeoutError {
  override readonly name = 'WorkerStartTimeoutError'
}

/** `pickle.PicklingError` */
export class PicklingError extends Error {
  override readonly name = 'PicklingError'
}

/** Python's built-in `ModuleNotFoundError`. */
export class ModuleNotFoundError extends Error {
  override readonly name = 'ModuleNotFoundError'
}

/** `concurrent.futures.CancelledError`: what was waited for will not come. */
export class CancelledError extends Error {
  override readonly name: string = 'CancelledError'
}

/** The future was released or cancelled before its result was there. distributed/client.py `FutureCancelledError` */
export class FutureCancelledError extends CancelledError {
  override readonly name = 'FutureCancelledError'
  readonly key: string
  readonly reason: string
  readonly msg: string | null

  constructor(key: string, { reason = 'unknown', msg }: { readonly reason?: string; readonly msg?: string } = {}) {
    const cancelled = `${key} cancelled for reason: ${reason}.`
    super(msg === undefined ? cancelled : `${cancelled}\n${msg}`)
    this.key = key
    this.reason = reason
    this.msg = msg ?? null
  }
}

/** Some of the futures that `wait` waits for were cancelled. distributed/client.py `FuturesCancelledError` */
export class FuturesCancelledError extends CancelledError {
  override readonly name = 'FuturesCancelledError'

  constructor(errors: readonly FutureCancelledError[]) {
    const reasons = [...new Set(errors.map(({ reason }) => reason))]
    const groups = reasons.map((reason) => errors.filter((error) => error.reason === reason))
    const largestFirst = groups.sort((one, other) => other.length - one.length)
    super([`${counted(errors)} cancelled:`, 'Reasons:', ...largestFirst.map(describeGroup)].join('\n'))
  }
}

function describeGroup(errors: readonly FutureCancelledError[]): string {
  const [reason] = errors.map((error) => error.reason)
  const message = errors.find(({ msg }) => msg !== null)?.msg ?? 'None'
  const keys = errors.map(({ key }) => `'${key}'`).join(', ')
  const noun = errors.length > 1 ? 'Futures' : 'Future'
  return `${counted(errors)} cancelled for reason: ${reason}.\nMessage: ${message}\n${noun}: [${keys}]`
}

function counted({ length }: readonly unknown[]): string {
  return `${length} ${length > 1 ? 'Futures' : 'Future'}`
}

/** Something was asked of a client that has closed. distributed/client.py */
export class ClosedClientError extends Error {
  override readonly name = 'ClosedClientError'
}

/** Every worker that a task was given to has gone. distributed/scheduler.py */
export class KilledWorker extends Error {
  override readonly name = 'KilledWorker'

  constructor(key: string, { worker, allowed }: { readonly worker: string; readonly allowed: number }) {
    super(
      `Attempted to run task '${key}' on ${allowed + 1} different workers, but all those workers died while running it. ` +
        `The last worker that attempt to run the task was ${worker}. ` +
        'Inspecting worker logs is often a good next step to diagnose what went wrong. ' +
        'For more information see https://distributed.dask.org/en/stable/killed.html.',
    )
  }
}
