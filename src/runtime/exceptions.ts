/** The errors of Python and of distributed that have no counterpart in JavaScript, under their own names. */

/** Python's built-in `AssertionError`; Dask's assertions mostly carry no message. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError'
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

/** The future was released or cancelled before its result was asked for. distributed/client.py: `FutureCancelledError` */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
}
