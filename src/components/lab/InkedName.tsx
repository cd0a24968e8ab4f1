/** The name of a class, and where other classes have the same one, its number and mark in its ink. */
import { IDENTITY_SHAPES } from '../figures/identity-shapes.ts'

interface InkedNameProps {
  readonly name: string
  /** Null for a class whose name is its own. */
  readonly ordinal: number | null
}

export function InkedName({ name, ordinal }: InkedNameProps) {
  if (ordinal === null) return <span className="class-label">{name}</span>
  const shape = IDENTITY_SHAPES[ordinal]
  return (
    <span className="class-label" data-identity={ordinal}>
      {shape !== undefined && (
        <svg className="class-mark" viewBox="0 0 16 16" aria-hidden="true">
          <path d={shape} />
        </svg>
      )}
      {name} #{ordinal}
    </span>
  )
}
