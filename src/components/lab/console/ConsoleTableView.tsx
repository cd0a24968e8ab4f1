/** A table that the program printed, with its numbers drawn. It scrolls by itself where it is wider than the console. */
import type { ConsoleTable } from '../../../trace/events.ts'
import { tableChart } from '../../../trace/model/table-chart.ts'
import type { Preview } from '../../../trace/preview.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { PreviewTree } from '../PreviewTree.tsx'
import { ConsoleTableChart } from './ConsoleTableChart.tsx'
import { hasValues, tableCaption, tableRest } from './console-words.ts'

interface ConsoleTableViewProps {
  readonly table: ConsoleTable
  readonly labels: ClassLabels
}

export function ConsoleTableView({ table, labels }: ConsoleTableViewProps) {
  const strings = useLabStrings()
  const { columns, rows } = table
  const isWider = hasValues(table)
  const caption = tableCaption(table, strings)
  const rest = tableRest(table, strings)
  const chart = tableChart(table)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="console-table" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{strings.consoleTableKey}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              {isWider && <th scope="col">{strings.consoleTableValue}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes, and keys of a Map may repeat.
              <tr key={index}>
                <th scope="row">{key}</th>
                {columns.map((column, place) => (
                  <Cell key={column} value={cells[place] ?? null} labels={labels} />
                ))}
                {isWider && <Cell value={value} labels={labels} />}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {chart !== null && <ConsoleTableChart chart={chart} />}
      {rest.length > 0 && <p className="value-muted">{rest.join(strings.listComma)}</p>}
    </>
  )
}

function Cell({ value, labels }: { readonly value: Preview | null; readonly labels: ClassLabels }) {
  return <td>{value !== null && <PreviewTree value={value} labels={labels} bareText />}</td>
}
