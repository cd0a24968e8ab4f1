/** Holds where the reader is in a run: the step that is shown, what is selected, and the line of code that belongs to it. */
import { useMemo, useState } from 'react'
import type { LabState } from '../../../lab/session.ts'
import type { TraceEvent } from '../../../trace/events.ts'
import {
  type ClassPlaces,
  classPlacesView,
  moduleLine,
  placesOf,
  type SourceLine,
} from '../../../trace/model/places.ts'
import { findSteps, positionAt, type Steps, stepAt } from '../../../trace/model/steps.ts'
import type { RunView, Selection } from './run-view.ts'
import { useFold } from './use-fold.ts'

export interface RunTimeline {
  readonly steps: Steps
  /** 0 is before the first step; the last position is the end, and moves on while the program runs. */
  readonly position: number
  readonly goTo: (position: number) => void
}

interface Explored {
  readonly view: RunView
  readonly timeline: RunTimeline
  /** The line of the reader's files to be marked: of what was chosen last, a step or a thing. A new object for each choice. */
  readonly mark: SourceLine | null
}

/** What the reader has chosen, in one run. */
interface Choice {
  /** The run, by its first event. */
  readonly run: TraceEvent | undefined
  /** Null for the end. */
  readonly step: number | null
  readonly selection: Selection | null
  readonly latest: 'nothing' | 'step' | 'selection'
}

/** @param isOwnFile one and the same function at every render */
export function useRunView({ events, bundle, isEdited }: LabState, isOwnFile: (file: string) => boolean): Explored {
  const [run] = events
  const untouched: Choice = { run, step: null, selection: null, latest: 'nothing' }
  const [stored, choose] = useState(untouched)
  // Nothing that was chosen in one run means anything in the next.
  const choice = stored.run === run ? stored : untouched

  const steps = useMemo(() => findSteps(events, isOwnFile), [events, isOwnFile])
  const places = useFold(classPlacesView, events)
  const step = Math.min(choice.step ?? events.length, events.length)
  const position = choice.step === null ? steps.stops.length : positionAt(steps, step)

  const { selection, latest } = choice
  const marked = latest === 'selection' ? placesOfSelection(selection, events, places) : []
  const stop = steps.stops[position - 1]
  const candidates = latest === 'step' && stop !== undefined ? placesOf(stop.event, places) : marked
  // After an edit the places no longer hold.
  const line = isEdited ? undefined : candidates.find(({ file }) => isOwnFile(file))
  const { file = null, line: number = 0 } = line ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that is chosen again is to be shown again.
  const mark = useMemo(() => (file === null ? null : { file, line: number }), [file, number, stored])

  return {
    view: {
      events,
      step,
      current: stop?.index ?? null,
      bundle,
      selection,
      select: (selection) => choose({ ...choice, selection, latest: 'selection' }),
    },
    timeline: {
      steps,
      position,
      goTo: (next) => {
        const chosen = next >= steps.stops.length ? null : stepAt(steps, next, events.length)
        choose({ ...choice, step: chosen, latest: 'step' })
      },
    },
    mark,
  }
}

function placesOfSelection(
  selection: Selection | null,
  events: readonly TraceEvent[],
  classes: ClassPlaces,
): readonly SourceLine[] {
  switch (selection?.kind) {
    case undefined:
      return []
    case 'module':
      return [moduleLine(selection.key)]
    case 'class': {
      const place = classes.get(selection.id)
      return place === undefined ? [] : [place]
    }
    case 'event': {
      const event = events[selection.index]
      return event === undefined ? [] : placesOf(event, classes)
    }
  }
}
