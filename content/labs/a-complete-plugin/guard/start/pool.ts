/** Lends to workers, from outside. Nobody tells it when one is gone. */

export interface Handle {
  readonly what: string
  readonly owner: string
  /** Gives it back, once: a second time is an error. */
  readonly release: () => void
}

const lent = new Set<Handle>()

export function acquire(what: string, owner: string): Handle {
  const handle: Handle = {
    what,
    owner,
    release() {
      if (!lent.delete(handle)) throw new Error(`${owner} gave its ${what} back twice`)
    },
  }
  lent.add(handle)
  return handle
}

/** Who has what, e.g. `worker-0: connection`. */
export function held(): readonly string[] {
  return [...lent].map(({ what, owner }) => `${owner}: ${what}`)
}
