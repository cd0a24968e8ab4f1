/** A tab list with its panels, after the ARIA pattern: one tab stop, arrows move and select. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

export interface Tab {
  readonly id: string
  readonly label: ReactNode
}

interface TabsProps {
  /** Unique on the page; ids of tabs and panels are made from it. */
  readonly idPrefix: string
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  readonly children: ReactNode
  readonly className?: string
  /** Whether the panel itself scrolls, and so needs the focus. */
  readonly isScrolled?: boolean
}

export function Tabs({
  idPrefix,
  label,
  tabs,
  selected,
  onSelect,
  children,
  className = '',
  isScrolled = false,
}: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${idPrefix}-tab-${selected}`)}`)
    if (list.current && tab) bringIntoView(list.current, tab)
  }, [idPrefix, selected])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextTab(tabs, selected, event.key)
    if (next === null) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${idPrefix}-tab-${next.id}`)}`)?.focus()
  }

  return (
    <div className={`tabs ${className}`}>
      <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${idPrefix}-tab-${id}`}
            aria-selected={id === selected}
            aria-controls={`${idPrefix}-panel`}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        className="tab-panel"
        role="tabpanel"
        id={`${idPrefix}-panel`}
        aria-labelledby={`${idPrefix}-tab-${selected}`}
        tabIndex={isScrolled ? 0 : undefined}
      >
        {children}
      </div>
    </div>
  )
}

/** Sideways in the list alone: `scrollIntoView` would move the page too. */
function bringIntoView(list: HTMLElement, tab: HTMLElement): void {
  const [bounds, own] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
  if (own.left < bounds.left) list.scrollLeft -= bounds.left - own.left
  if (own.right > bounds.right) list.scrollLeft += own.right - bounds.right
}

function nextTab(tabs: readonly Tab[], selected: string, key: string): Tab | null {
  const index = tabs.findIndex(({ id }) => id === selected)
  const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[key]
  return target === undefined ? null : (tabs.at(target % tabs.length) ?? null)
}
