/** How the page sets its code, anew whenever the editor's box has changed its size. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import { type CodeMetrics, readMetrics } from './code-metrics.ts'

/** Null until the box is on the page. */
export function useCodeMetrics(box: RefObject<HTMLElement | null>): CodeMetrics | null {
  const [metrics, setMetrics] = useState<CodeMetrics | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const read = () => setMetrics((before) => keepIfSame(before, readMetrics(element)))
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return metrics
}

function keepIfSame(before: CodeMetrics | null, after: CodeMetrics): CodeMetrics {
  return before !== null && JSON.stringify(before) === JSON.stringify(after) ? before : after
}
