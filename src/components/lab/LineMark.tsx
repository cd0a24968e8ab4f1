/** A bar behind one line, scrolled into view inside the code alone: the page stays where it is. */
import { useEffect, useRef } from 'react'
import type { SourceLine } from '../../trace/model/places.ts'

export function LineMark({ mark }: { readonly mark: SourceLine }) {
  const bar = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each mark is to be seen, also one of the same line.
  useEffect(() => {
    const box = bar.current?.parentElement
    if (bar.current === null || !box) return
    const { offsetTop, offsetHeight } = bar.current
    const isInView = offsetTop >= box.scrollTop && offsetTop + offsetHeight <= box.scrollTop + box.clientHeight
    if (!isInView) box.scrollTop = offsetTop - box.clientHeight / 2
  }, [mark])
  return (
    <div ref={bar} className="line-mark" style={{ '--line': mark.line }} data-line={mark.line} aria-hidden="true" />
  )
}
