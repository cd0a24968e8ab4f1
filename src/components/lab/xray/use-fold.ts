/** The model of a view at the step that is shown, folded on from the step that was shown before. */
import { useMemo } from 'react'
import type { TraceEvent } from '../../../trace/events.ts'
import type { View } from '../../../trace/model/fold.ts'
import { createScrubber } from '../../../trace/model/scrubber.ts'

/** @param view one and the same object at every render */
export function useFold<Notes, Model>(
  view: View<Notes, Model>,
  events: readonly TraceEvent[],
  step: number = events.length,
): Model {
  const scrubber = useMemo(() => createScrubber(view), [view])
  return useMemo(() => scrubber.at(events, step), [scrubber, events, step])
}
