/** The pool of the hidden program: it keeps its books where only this file can write. */

export interface Handle {
  readonly what: string
  readonly owner: string
  readonly release: () => void
}

/** How many of each thing each worker has, e.g. `worker-0: folder`. */
const lent = new Map<string, number>()
const mistakes: string[] = []

export function acquire(what: string, owner: string): Handle {
  const entry = `${owner}: ${what}`
  lent.set(entry, (lent.get(entry) ?? 0) + 1)
  let isHeld = true
  return {
    what,
    owner,
    release() {
      if (!isHeld) {
        mistakes.push(entry)
        throw new Error(`${owner} gave its ${what} back twice`)
      }
      isHeld = false
      lent.set(entry, (lent.get(entry) ?? 0) - 1)
    },
  }
}

export function held(): readonly string[] {
  return [...lent].flatMap(([entry, times]) => Array<string>(times).fill(entry))
}

/** What was given back twice. */
export function givenBackTwice(): readonly string[] {
  return [...mistakes]
}
