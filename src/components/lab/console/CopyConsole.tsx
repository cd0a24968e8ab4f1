/** Copies the console as plain text. Where the browser refuses, the text is shown and selected instead. */
import { useEffect, useId, useRef, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { useLabStrings } from '../lab-context.ts'

interface CopyConsoleProps {
  readonly wholeText: () => readonly string[]
  readonly say: (words: string) => void
}

export function CopyConsole({ wholeText, say }: CopyConsoleProps) {
  const strings = useLabStrings()
  const button = useRef<HTMLButtonElement>(null)
  const [refused, setRefused] = useState<string | null>(null)

  const copy = async () => {
    const lines = wholeText()
    const text = lines.join('\n')
    try {
      // Where the page is no secure context there is no clipboard at all, which throws here too.
      await navigator.clipboard.writeText(text)
      setRefused(null)
      say(fill(strings.consoleCopyDone, { count: lines.length }))
    } catch {
      setRefused(text)
      say(strings.consoleCopyRefused)
    }
  }

  const close = () => {
    setRefused(null)
    say('')
    button.current?.focus()
  }

  return (
    <>
      <button type="button" className="console-button" ref={button} onClick={() => void copy()}>
        {strings.consoleCopy}
      </button>
      {refused !== null && <SelectedText text={refused} close={close} />}
    </>
  )
}

interface SelectedTextProps {
  readonly text: string
  readonly close: () => void
}

function SelectedText({ text, close }: SelectedTextProps) {
  const strings = useLabStrings()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is to be selected anew.
  useEffect(() => {
    area.current?.focus()
    area.current?.select()
  }, [text])
  return (
    <span className="console-as-text">
      <label htmlFor={id}>{strings.consoleAsText}</label>
      <textarea id={id} ref={area} readOnly rows={5} value={text} />
      <button type="button" className="console-button" onClick={close}>
        {strings.consoleCloseText}
      </button>
    </span>
  )
}
