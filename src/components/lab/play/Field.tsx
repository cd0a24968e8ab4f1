/** A labelled field with its hint: one line, or several. */
import { useId } from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly isInvalid?: boolean
  /** Several lines, one thing a line. */
  readonly isList?: boolean
  readonly onChange: (value: string) => void
}

export function Field({ label, hint, value, isInvalid = false, isList = false, onChange }: FieldProps) {
  const id = useId()
  const shared = {
    id,
    value,
    'aria-invalid': isInvalid,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'off',
  } as const
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isList ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
