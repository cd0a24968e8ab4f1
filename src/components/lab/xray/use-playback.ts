/** Walks through the steps of a run at a readable pace, once it is asked to. */
import { useEffect, useState } from 'react'
import type { RunTimeline } from './use-run-view.ts'

export interface Playback {
  readonly isPlaying: boolean
  readonly toggle: () => void
  readonly pause: () => void
}

/** Milliseconds: long enough to read a step, unless the whole would then take longer than anyone watches. */
const PACE = { longest: 900, shortest: 120, whole: 60_000 }

export function usePlayback({ steps: { stops }, position, goTo }: RunTimeline): Playback {
  const [isAsked, ask] = useState(false)
  const isPlaying = isAsked && position < stops.length
  const pace = Math.max(PACE.shortest, Math.min(PACE.longest, PACE.whole / Math.max(1, stops.length)))

  useEffect(() => {
    if (!isPlaying) return ask(false)
    const timer = setTimeout(() => goTo(position + 1), pace)
    return () => clearTimeout(timer)
  }, [isPlaying, position, pace, goTo])

  return {
    isPlaying,
    toggle: () => {
      // At the end there is nothing left to play, so it begins anew.
      if (!isPlaying && position >= stops.length) goTo(0)
      ask(!isPlaying)
    },
    pause: () => ask(false),
  }
}
