/** Keeps the end of a growing list in sight for as long as the reader leaves it there. Never moves the focus. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Pixels from the end that still count as at the end. */
const NEAR = 24

/**
 * @param content lies in the element that scrolls
 * @param version changes when the list does
 */
export function useStickToEnd(content: RefObject<HTMLElement | null>, version: unknown): void {
  const isAtEnd = useRef(true)

  useEffect(() => {
    const scroller = content.current?.parentElement
    if (!scroller) return
    let top = scroller.scrollTop
    const onScroll = () => {
      const isNear = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR
      // Only a way upwards leaves the end: the list may have grown since the scrolling that is told of here.
      isAtEnd.current = isNear || (isAtEnd.current && scroller.scrollTop >= top)
      top = scroller.scrollTop
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => scroller.removeEventListener('scroll', onScroll)
  }, [content])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is when to look.
  useLayoutEffect(() => {
    const scroller = content.current?.parentElement
    if (scroller && isAtEnd.current) scroller.scrollTop = scroller.scrollHeight
  }, [content, version])
}
