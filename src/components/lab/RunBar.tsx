/** The lab's buttons and switches. None is ever disabled while it has the focus, so that a keyboard reader keeps their place. */
import { type ReactNode, useEffect, useId, useState } from 'react'
import { fill } from '../../i18n/fill.ts'
import type { RunPhase } from '../../lab/session.ts'
import { useLabStrings } from './lab-context.ts'

interface RunBarProps {
  readonly phase: RunPhase
  readonly isEditing: boolean
  readonly isLive: boolean
  readonly onEdit: () => void
  readonly onRun: () => void
  readonly onStop: () => void
  readonly onReset: () => void
  /** Null where there is nothing to bring back. */
  readonly onUndoReset: (() => void) | null
  readonly onLive: (isLive: boolean) => void
  /** Further controls. */
  readonly children: ReactNode
}

const BUSY: ReadonlySet<RunPhase['kind']> = new Set(['loading', 'bundling', 'running', 'judging'])

export function RunBar(props: RunBarProps) {
  const { phase, isEditing, isLive, onEdit, onRun, onStop, onReset, onUndoReset, onLive, children } = props
  const strings = useLabStrings()
  const liveId = useId()
  const isBusy = BUSY.has(phase.kind)
  return (
    <div className="run-bar">
      <button type="button" className="button primary" onClick={onRun}>
        {strings.run}
      </button>
      <button type="button" className="button" onClick={onStop} aria-disabled={!isBusy}>
        {strings.stop}
      </button>
      <button type="button" className="button" onClick={onEdit} aria-pressed={isEditing}>
        {strings.edit}
      </button>
      <button type="button" className="button" onClick={onReset}>
        {strings.reset}
      </button>
      {onUndoReset !== null && (
        <button type="button" className="button" onClick={onUndoReset}>
          {strings.undoReset}
        </button>
      )}
      <span className="live-switch">
        <input id={liveId} type="checkbox" checked={isLive} onChange={(event) => onLive(event.target.checked)} />
        <label htmlFor={liveId}>{strings.live}</label>
      </span>
      {children}
      <ShortcutHint />
    </div>
  )
}

/** The shortcut's name depends on the machine, which only the browser knows. */
function ShortcutHint() {
  const strings = useLabStrings()
  const [shortcut, setShortcut] = useState('Ctrl+Enter')
  useEffect(() => {
    if (/Mac|iPhone|iPad/.test(navigator.platform)) setShortcut('⌘ Enter')
  }, [])
  return <span className="run-hint">{fill(strings.runHint, { shortcut })}</span>
}
