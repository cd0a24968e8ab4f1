/** Folds a run at whatever step is asked for, going on from where it is: what a slider needs. */
import type { TraceEvent } from '../events.ts'
import type { View } from './fold.ts'

export interface Scrubber<Model> {
  /**
   * The same model as `foldTrace(view, events, step)`.
   *
   * @param events of one run: a longer array that begins with the same events goes on where the shorter one ended
   */
  readonly at: (events: readonly TraceEvent[], step: number) => Model
}

/** Notes as they were after the first `position` events, the last of which was `event`. */
interface Bookmark<Notes> {
  readonly notes: Notes
  readonly position: number
  readonly event: TraceEvent | undefined
}

/** @param stride how many events lie between two notes that are kept for going back */
export function createScrubber<Notes, Model>(
  { start, step, finish, copy }: View<Notes, Model>,
  stride = 2_000,
): Scrubber<Model> {
  const beginning = (): Bookmark<Notes> => ({ notes: start(), position: 0, event: undefined })
  let current = beginning()
  let bookmarks: Bookmark<Notes>[] = []

  const rewind = (to: number) => {
    const found = bookmarks.findLast(({ position }) => position <= to)
    current = found === undefined || copy === undefined ? beginning() : { ...found, notes: copy(found.notes) }
  }

  const advance = (events: readonly TraceEvent[], to: number) => {
    const { notes } = current
    for (let position = current.position; position < to; position += 1) {
      const event = events[position]
      if (event === undefined) continue
      step(notes, event, position)
      const isNext = position + 1 === (bookmarks.length + 1) * stride
      if (isNext && copy !== undefined) bookmarks.push({ notes: copy(notes), position: position + 1, event })
    }
    current = { notes, position: to, event: events[to - 1] }
  }

  return {
    at: (events, wanted) => {
      const target = Math.max(0, Math.min(wanted, events.length))
      // An event is an object of one run, so that one event in its place vouches for all before it.
      const isOfRun = ({ position, event }: Bookmark<Notes>) => events[position - 1] === event
      if (!bookmarks.every(isOfRun)) bookmarks = []
      if (!isOfRun(current) || target < current.position) rewind(target)
      advance(events, target)
      return finish(current.notes)
    },
  }
}
