/** A view of a run that no reader started: drawn once by the build, as the panels of a lab draw it, with nothing to press. */
import { useMemo } from 'react'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { Bundle } from '../../../lab/judge.ts'
import type { TraceEvent } from '../../../trace/events.ts'
import { LabContext } from '../lab-context.ts'
import { StillContext } from '../xray/Pressable.tsx'
import type { RunView } from '../xray/run-view.ts'
import { StillCheck } from './StillCheck.tsx'
import { StillClasses } from './StillClasses.tsx'
import { StillModules } from './StillModules.tsx'

export type StillView = 'modules' | 'classes' | 'check'

export interface StillDrawingProps {
  readonly view: StillView
  readonly events: readonly TraceEvent[]
  readonly bundle: Bundle
  /** The reader's own files. */
  readonly files: readonly string[]
  readonly strings: LabStrings
  /** Which class by its name, or which check by its place (`main.ts:11`); the one that matters most where it is left out. */
  readonly of?: string | undefined
  /** `wide` has the room of a workbench. */
  readonly size?: 'prose' | 'wide' | undefined
}

export function StillDrawing({ view, events, bundle, files, strings, of, size = 'prose' }: StillDrawingProps) {
  const context = useMemo(
    () => ({ strings, isOwnFile: (file: string) => files.includes(file), showPlace: nothing }),
    [strings, files],
  )
  const run: RunView = { events, step: events.length, current: null, bundle, selection: null, select: nothing }
  return (
    <LabContext value={context}>
      <StillContext value={true}>
        <div className="drawing" data-view={view}>
          {view === 'modules' && <StillModules view={run} bundle={bundle} size={size} />}
          {view === 'classes' && <StillClasses view={run} of={of} />}
          {view === 'check' && <StillCheck view={run} of={of} />}
        </div>
      </StillContext>
    </LabContext>
  )
}

function nothing(): void {
  // Nothing can be pressed in a still drawing.
}
