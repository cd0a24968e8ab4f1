/** The values of one line, side by side. */
import type { Preview } from '../../../trace/preview.ts'
import type { ClassLabels } from '../class-labels.ts'
import { ErrorLines } from '../ErrorLines.tsx'
import { InlineValue } from '../InlineValue.tsx'
import { PreviewTree } from '../PreviewTree.tsx'

interface ConsoleValuesProps {
  readonly values: readonly Preview[]
  readonly labels: ClassLabels
  /** Whether nothing in them is to be opened. */
  readonly isFlat?: boolean
}

export function ConsoleValues({ values, labels, isFlat = false }: ConsoleValuesProps) {
  return values.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the values of a line never move.
    <span key={index}>
      {index > 0 && ' '}
      {isFlat ? (
        <InlineValue value={value} labels={labels} bareText />
      ) : value.kind === 'error' ? (
        <ErrorLines error={value.error} />
      ) : (
        <PreviewTree value={value} labels={labels} bareText />
      )}
    </span>
  ))
}
