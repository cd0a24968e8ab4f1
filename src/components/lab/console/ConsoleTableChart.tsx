/** The column of numbers of a printed table, as bars. The table above says the same in words, so only the caption is read out. */
import { fill } from '../../../i18n/fill.ts'
import type { TableChart } from '../../../trace/model/table-chart.ts'
import { useLabStrings } from '../lab-context.ts'

export function ConsoleTableChart({ chart: { column, bars } }: { readonly chart: TableChart }) {
  const strings = useLabStrings()
  const most = bars.find(({ share }) => share === 1)?.text ?? ''
  return (
    <figure className="console-chart">
      <figcaption>{fill(strings.consoleChart, { column, count: bars.length, most })}</figcaption>
      <ol aria-hidden="true">
        {bars.map(({ label, text, share }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes, and labels may repeat.
          <li key={index}>
            <span className="console-bar-label">{label}</span>
            <span className="console-bar-room">
              <span className="console-bar" style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className="console-bar-number">{text}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
