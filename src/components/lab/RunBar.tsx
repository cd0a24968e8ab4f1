/** The lab's four buttons. None is ever disabled while it has the focus, so that a keyboard reader keeps their place. */
import { useEffect, useState } from 'react'
import { fill } from '../../i18n/fill.ts'
import type { RunPhase } from '../../lab/session.ts'
import { useLabStrings } from './lab-context.ts'

interface RunBarProps {
  readonly phase: RunPhase
  readonly isEditing: boolean
  readonly onEdit: () => void
  readonly onRun: () => void
  readonly onStop: () => void
  readonly onReset: () => void
}

const BUSY: ReadonlySet<RunPhase['kind']> = new Set(['loading', 'bundling', 'running', 'judging'])

export function RunBar({ phase, isEditing, onEdit, onRun, onStop, onReset }: RunBarProps) {
  const strings = useLabStrings()
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
