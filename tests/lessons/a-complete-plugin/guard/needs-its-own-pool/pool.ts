/** Stands outside the cluster and lends things to its workers. When one of them is gone, nobody tells the pool. */

export interface Handle {
  readonly what: string
  readonly owner: string
  /** Gives it back. What has been given back cannot be given back again. */
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

export function releaseAll(handles: readonly Handle[]) {
  for (const handle of handles) handle.release()
}
