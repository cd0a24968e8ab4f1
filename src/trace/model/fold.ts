/** How every view of a trace is made: events go in one by one, a model comes out at any point. */
import type { TraceEvent } from '../events.ts'

/** A view in parts, so that it can be kept up to date while a run goes on. `step` changes only the notes that `start` made. */
export interface View<Notes, Model> {
  readonly start: () => Notes
  readonly step: (notes: Notes, event: TraceEvent, index: number) => void
  /** Leaves the notes as they are, and keeps nothing of them that `step` will change. */
  readonly finish: (notes: Notes) => Model
  /** Notes that `step` can go on with apart from the old ones. A view that has it goes back in a long run without starting anew. */
  readonly copy?: (notes: Notes) => Notes
}

/** @param upTo how many events count, from the first on; all of them by default */
export function foldTrace<Notes, Model>(
  view: View<Notes, Model>,
  events: readonly TraceEvent[],
  upTo: number = events.length,
): Model {
  const notes = view.start()
  for (const [index, event] of events.slice(0, Math.max(0, upTo)).entries()) view.step(notes, event, index)
  return view.finish(notes)
}
