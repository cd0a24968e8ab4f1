/** What every X-ray panel draws from: the run, the step that is shown, and the thing that is selected. */
// Panels fold with `useFold(classesView, events, step)` of `use-fold.ts`, which goes on from the last step instead of
// starting anew. A view that has `copy` also goes back fast.
import type { Bundle } from '../../../lab/judge.ts'
import type { ClassId, ModuleKey, TraceEvent } from '../../../trace/events.ts'

/** A thing that can be selected in any panel, and is then selected in all. */
export type Selection =
  | { readonly kind: 'module'; readonly key: ModuleKey }
  | { readonly kind: 'class'; readonly id: ClassId }
  /** A check or any other event, by its place in the trace. */
  | { readonly kind: 'event'; readonly index: number }

export interface RunView {
  /** Everything that the run reported. */
  readonly events: readonly TraceEvent[]
  /** How many events, from the first, the panels show: `events.length` is the end of the run. */
  readonly step: number
  /** The place in the trace of the event that the step is about; null before the first. At the end of a run it need not be the last. */
  readonly current: number | null
  /** What the run was made of; null before the first run is bundled. */
  readonly bundle: Bundle | null
  readonly selection: Selection | null
  readonly select: (selection: Selection | null) => void
}

/** The props of every panel. */
export interface PanelProps {
  readonly view: RunView
}

export function isSelected(selection: Selection | null, thing: Selection): boolean {
  if (selection === null || selection.kind !== thing.kind) return false
  switch (thing.kind) {
    case 'module':
      return selection.kind === 'module' && selection.key === thing.key
    case 'class':
      return selection.kind === 'class' && selection.id === thing.id
    case 'event':
      return selection.kind === 'event' && selection.index === thing.index
  }
}
