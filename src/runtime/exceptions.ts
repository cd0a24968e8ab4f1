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

/** Python's built-in `TimeoutError`. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

/** Python's built-in `ModuleNotFoundError`. */
export class ModuleNotFoundError extends Error {
  override readonly name = 'ModuleNotFoundError'
}

/** The future was released or cancelled before its result was there. distributed/client.py: `FutureCancelledError` */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
  readonly key: string
  readonly reason: string

  constructor(key: string, { reason = 'unknown', msg }: { readonly reason?: string; readonly msg?: string } = {}) {
    const cancelled = `${key} cancelled for reason: ${reason}.`
    super(msg === undefined ? cancelled : `${cancelled}\n${msg}`)
    this.key = key
    this.reason = reason
  }
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
