/** The pool of the hidden program: it keeps its books where only this file can write. */

export interface Handle {
  readonly what: string
  readonly owner: string
  readonly release: () => void
}

/** How many of each thing each worker has, e.g. `worker-0: folder`. A plain object: no method of it could have been replaced. */
const lent: Record<string, number> = {}
const mistakes: Record<string, number> = {}

export function acquire(what: string, owner: string): Handle {
  const entry = `${owner}: ${what}`
  lent[entry] = (lent[entry] ?? 0) + 1
  let isHeld = true
  return {
    what,
    owner,
    release() {
      if (!isHeld) {
        mistakes[entry] = (mistakes[entry] ?? 0) + 1
        throw new Error(`${owner} gave its ${what} back twice`)
      }
      isHeld = false
      lent[entry] = (lent[entry] ?? 0) - 1
    },
  }
}

/** How often each worker has each thing; also what it has no more. */
export function books(): Readonly<Record<string, number>> {
  return { ...lent }
}

/** What was given back twice. */
export function givenBackTwice(): Readonly<Record<string, number>> {
  return { ...mistakes }
}

/** What the reader's own program asks for. */
export function held(): readonly string[] {
  return Object.keys(lent).flatMap((entry) => Array<string>(lent[entry] ?? 0).fill(entry))
}
