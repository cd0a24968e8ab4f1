/** A place in the source: a button where it lies in the reader's own files, plain text where it does not. */
import { fill } from '../../i18n/fill.ts'
import { useLab } from './lab-context.ts'
import { ModulePath } from './xray/ModulePath.tsx'
import { useIsStill } from './xray/Pressable.tsx'

interface PlaceButtonProps {
  readonly file: string
  readonly line: number
  readonly column: number
}

export function PlaceButton({ file, line, column }: PlaceButtonProps) {
  const { strings, isOwnFile, showPlace } = useLab()
  const text = (
    <>
      <ModulePath path={file} />:{line}:{column}
    </>
  )
  const isStill = useIsStill()
  if (isStill || !isOwnFile(file)) return <span className="value-muted">{text}</span>
  return (
    <button
      type="button"
      className="place"
      title={fill(strings.showPlace, { file, line })}
      onClick={() => showPlace(file, line, column)}
    >
      {text}
    </button>
  )
}
