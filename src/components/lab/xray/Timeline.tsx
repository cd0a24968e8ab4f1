/** One slider over the run: every panel shows the state at its step. Nothing here moves before the reader asks for it. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { describeEvent } from './event-words.ts'
import { usePlayback } from './use-playback.ts'
import { useReducedMotion } from './use-reduced-motion.ts'
import type { RunTimeline } from './use-run-view.ts'

interface TimelineProps {
  readonly timeline: RunTimeline
  readonly labels: ClassLabels
}

export function Timeline({ timeline, labels }: TimelineProps) {
  const strings = useLabStrings()
  const { steps, position, goTo } = timeline
  const playback = usePlayback(timeline)
  // A slider reads its own value out; what the buttons change has to be said.
  const [isSpoken, setIsSpoken] = useState(false)
  const last = steps.stops.length
  const words = stepWords(timeline, labels, strings)

  const move = (to: number, isByButton: boolean) => {
    playback.pause()
    setIsSpoken(isByButton)
    goTo(Math.max(0, Math.min(last, to)))
  }
  const button = (name: string, sign: string, to: number) => (
    <button
      type="button"
      className="button"
      aria-label={name}
      title={name}
      aria-disabled={position === to || last === 0}
      onClick={() => move(to, true)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )

  return (
    <div className="timeline">
      <div className="timeline-controls">
        {button(strings.stepBack, '◁', Math.max(0, position - 1))}
        <PlayButton
          isPlaying={playback.isPlaying}
          isEmpty={last === 0}
          onToggle={() => {
            setIsSpoken(false)
            playback.toggle()
          }}
        />
        {button(strings.stepForward, '▷', Math.min(last, position + 1))}
        {button(strings.toEnd, '▷|', last)}
        <input
          type="range"
          aria-label={strings.timeline}
          aria-valuetext={words}
          aria-disabled={last === 0}
          min={0}
          max={last}
          value={position}
          onChange={(event) => move(Number(event.target.value), false)}
        />
      </div>
      <p className="timeline-words" aria-live={isSpoken ? 'polite' : 'off'}>
        {words}
      </p>
      <Omitted timeline={timeline} />
    </div>
  )
}

interface PlayButtonProps {
  readonly isPlaying: boolean
  readonly isEmpty: boolean
  readonly onToggle: () => void
}

/** Not offered to who wants nothing to move by itself: the steps are theirs to take. */
function PlayButton({ isPlaying, isEmpty, onToggle }: PlayButtonProps) {
  const strings = useLabStrings()
  if (useReducedMotion()) return null
  const name = isPlaying ? strings.pause : strings.play
  return (
    <button type="button" className="button timeline-play" aria-disabled={isEmpty} onClick={onToggle}>
      {name}
    </button>
  )
}

function Omitted({ timeline: { steps } }: Pick<TimelineProps, 'timeline'>) {
  const strings = useLabStrings()
  if (steps.omitted.length === 0) return null
  const list = steps.omitted.map(({ kind, count }) => fill(strings.omittedKind[kind], { count }))
  return <p className="value-muted">{fill(strings.stepsOmitted, { list: list.join(strings.listComma) })}</p>
}

function stepWords({ steps: { stops }, position }: RunTimeline, labels: ClassLabels, strings: LabStrings): string {
  const all = stops.length
  if (all === 0) return strings.timelineEmpty
  const stop = stops[position - 1]
  if (stop === undefined) return fill(strings.stepStart, { all })
  return fill(strings.stepWords, { step: position, all, event: describeEvent(stop.event, labels, strings) })
}
