/** Whether a panel has the room of a phone: the drawing has sizes for two widths. */
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Below this the larger drawing would have to scroll. */
const NARROW_BELOW = 440

export function useIsNarrow(): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null)
  const [isNarrow, setIsNarrow] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setIsNarrow(entry.contentRect.width < NARROW_BELOW)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, isNarrow]
}
