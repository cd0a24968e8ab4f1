/** A list of buttons as one tab stop: arrows, Home and End move the focus from row to row. */
import { type KeyboardEvent, type RefObject, useRef } from 'react'

interface RovingOptions {
  /** How many rows there are. */
  readonly count: number
  /** The row that Tab leads to. */
  readonly stop: number
  /** What else is done when a key has moved the focus. */
  readonly onReach?: (row: number) => void
}

interface RowProps {
  readonly 'data-row': true
  readonly tabIndex: 0 | -1
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

interface RovingRows {
  /** For the list around the rows. */
  readonly list: RefObject<HTMLOListElement | null>
  /** For the button of a row. */
  readonly rowProps: (row: number) => RowProps
}

export function useRovingRows({ count, stop, onReach }: RovingOptions): RovingRows {
  const list = useRef<HTMLOListElement>(null)
  const rowProps = (row: number): RowProps => ({
    'data-row': true,
    tabIndex: row === stop ? 0 : -1,
    onKeyDown: (event) => {
      const next = rowAfter(row, count, event.key)
      if (next === null) return
      event.preventDefault()
      list.current?.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus()
      onReach?.(next)
    },
  })
  return { list, rowProps }
}

/** The row that a key leads to; null for any other key. */
export function rowAfter(row: number, count: number, key: string): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last)
    case 'ArrowUp':
      return Math.max(row - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
