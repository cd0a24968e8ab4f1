/** Lines of the bundle with their numbers, those of a definition in the ink of its class. */
import { fill } from '../../../i18n/fill.ts'
import type { LineRange } from '../../../trace/model/bundle-definitions.ts'
import { useLabStrings } from '../lab-context.ts'
import { findProbeLines } from './bundle-probes.ts'
import type { Definition } from './bundle-view.ts'

interface BundleLinesProps {
  readonly lines: readonly string[]
  readonly range: LineRange
  readonly definitions: readonly Definition[]
  /** The module whose probes are left out; null to leave everything in. */
  readonly hiddenFor: string | null
}

/** A package may be one line of half a megabyte. */
const MAX_LINE = 1_000

export function BundleLines({ lines, range, definitions, hiddenFor }: BundleLinesProps) {
  const strings = useLabStrings()
  const shown = lines.slice(range.firstLine - 1, range.lastLine)
  const probes = hiddenFor === null ? null : findProbeLines(shown, hiddenFor)
  return (
    <pre className="bundle-lines" style={{ '--digits': String(range.lastLine).length }}>
      <code>
        {shown.map((text, index) => {
          const line = range.firstLine + index
          if (probes?.[index] === true) return null
          // The innermost one begins last.
          const around = definitions.findLast((one) => one.firstLine <= line && line <= one.lastLine)
          const [first] = around?.classes ?? []
          return (
            <span
              key={line}
              className="bundle-line"
              data-line={line}
              tabIndex={around?.firstLine === line ? -1 : undefined}
              data-identity={first !== undefined && first.twins > 1 ? first.ordinal : undefined}
              data-defined={around !== undefined || undefined}
            >
              {text.length > MAX_LINE
                ? `${text.slice(0, MAX_LINE)} ${fill(strings.bundleCutLine, { count: text.length - MAX_LINE })}`
                : text}
              {around?.firstLine === line && (
                <span className="bundle-defines">
                  {around.classes.map(({ name, ordinal, twins }) => ` ${name}${twins > 1 ? ` #${ordinal}` : ''}`)}
                </span>
              )}
              {'\n'}
            </span>
          )
        })}
      </code>
    </pre>
  )
}
