/** Runs timers of at most a millisecond without the browser's 4 ms clamp on nested ones, which Go's scheduler runs into all the time. */

/** The timers of a worker's scope. */
export interface TimerScope {
  setTimeout: (callback: () => void, delay?: number) => number
  clearTimeout: (id: number | undefined) => void
}

/**
 * Puts its own timers into the scope. Longer delays go on to the scope's own.
 *
 * @returns puts back what was there; timers that are due still run
 */
export function serveShortTimers(scope: TimerScope): () => void {
  const own = { setTimeout: scope.setTimeout, clearTimeout: scope.clearTimeout }
  const waiting = new Map<number, () => void>()
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }: { readonly data: number }) => {
    const callback = waiting.get(data)
    waiting.delete(data)
    callback?.()
  }
  // Counted downwards, since a browser's own ids are positive.
  let lastId = 0

  scope.setTimeout = (callback, delay = 0) => {
    if (delay > 1) return own.setTimeout.call(scope, callback, delay)
    lastId -= 1
    waiting.set(lastId, callback)
    port2.postMessage(lastId)
    return lastId
  }
  scope.clearTimeout = (id) => {
    if (id === undefined || !waiting.delete(id)) own.clearTimeout.call(scope, id)
  }
  return () => Object.assign(scope, own)
}
