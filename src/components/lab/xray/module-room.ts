/** How much room the drawing of the modules has in its panel, in the units of the drawing. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** As the drawing is made before the panel has been measured: the half of a wide window. */
const USUAL = 496
/** A drawing is not made anew for every pixel that a window is pulled. */
const STEP = 16

/** In sixteenths of a rem: a reader with larger text has less room. */
export function useRoom(): readonly [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(USUAL)
  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom(roomOf(entry.contentRect.width, rootTextSize()))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, room]
}

/** @param width and `textSize` in pixels */
function roomOf(width: number, textSize: number): number {
  return Math.floor((width * 16) / textSize / STEP) * STEP
}

function rootTextSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
