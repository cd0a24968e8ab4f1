/** An error with its stack; frames in the reader's own files open their place. */
import type { ErrorReport, Frame } from '../../trace/preview.ts'
import { useLab } from './lab-context.ts'
import { PlaceButton } from './PlaceButton.tsx'

interface ErrorLinesProps {
  readonly error: ErrorReport
  /** Said before the error's name, e.g. "Uncaught". */
  readonly prefix?: string
}

export function ErrorLines({ error, prefix }: ErrorLinesProps) {
  const { strings } = useLab()
  return (
    <>
      {prefix && <span className="console-level">{prefix} </span>}
      {error.message === '' ? error.name : `${error.name}: ${error.message}`}
      <FrameList frames={error.frames} />
      {error.cause !== null && (
        <div>
          <ErrorLines error={error.cause} prefix={strings.causedBy} />
        </div>
      )}
    </>
  )
}

export function FrameList({ frames }: { readonly frames: readonly Frame[] }) {
  if (frames.length === 0) return null
  return (
    <ul className="frames">
      {frames.map((frame, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a recursive function has equal frames, and none moves.
        <li key={index}>
          {frame.function} <PlaceButton file={frame.file} line={frame.line} column={frame.column} />
        </li>
      ))}
    </ul>
  )
}
