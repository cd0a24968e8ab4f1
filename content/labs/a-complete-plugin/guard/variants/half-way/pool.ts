/** A pool that has no folder for one worker: there, setup fails half-way. */
import { RuntimeError } from 'distributed/exceptions'

export interface Handle {
  readonly what: string
  readonly owner: string
  readonly release: () => void
}

export const EXHAUSTED = 'the pool has no folder left'

const lent = new Map<string, number>()
const mistakes: string[] = []

export function acquire(what: string, owner: string): Handle {
  if (what === 'folder' && owner === 'worker-1') throw new RuntimeError(EXHAUSTED)
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

export function givenBackTwice(): readonly string[] {
  return [...mistakes]
}
