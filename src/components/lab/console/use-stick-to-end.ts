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
    const onScroll = () => {
      isAtEnd.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR
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
