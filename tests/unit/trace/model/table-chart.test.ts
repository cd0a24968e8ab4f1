/** Which tables are drawn, and with which bars. */
import { expect, test } from 'vitest'
import type { ConsoleTable } from '../../../../src/trace/events.ts'
import { tableChart } from '../../../../src/trace/model/table-chart.ts'
import type { Preview } from '../../../../src/trace/preview.ts'
import { text } from './hand-written.ts'

const number = (value: number): Preview => ({ kind: 'primitive', type: 'number', text: String(value) })

function table(columns: readonly string[], rows: readonly (readonly (Preview | null)[])[]): ConsoleTable {
  const keyed = rows.map((cells, index) => ({ key: String(index), cells, value: null }))
  return { kind: 'console-table', columns, rows: keyed, omittedColumns: 0, omittedRows: 0 }
}

test('the one column of numbers is drawn, a bar for each row, as part of the greatest', () => {
  const printed = table(
    ['task', 'worker', 'ms'],
    [
      [text('load'), text('worker-0'), number(20)],
      [text('train'), text('worker-0'), number(80)],
    ],
  )
  expect(tableChart(printed)).toEqual({
    column: 'ms',
    bars: [
      { label: 'load', text: '20', share: 0.25 },
      { label: 'train', text: '80', share: 1 },
    ],
  })
})

test('all columns that tell rows apart are in the labels, and the key where none does', () => {
  const of = (...rows: (readonly Preview[])[]) =>
    tableChart(table(['task', 'worker', 'ms'].slice(-(rows[0]?.length ?? 0)), rows))?.bars.map(({ label }) => label)
  expect(of([text('a'), text('w0'), number(1)], [text('a'), text('w1'), number(2)])).toEqual(['w0', 'w1'])
  expect(of([text('a'), text('w0'), number(1)], [text('b'), text('w1'), number(2)])).toEqual(['a · w0', 'b · w1'])
  expect(of([number(1)], [number(2)])).toEqual(['0', '1'])
})

test.each<readonly [string, ConsoleTable]>([
  ['no column of numbers', table(['a'], [[text('1')], [text('2')]])],
  [
    'two columns of numbers',
    table(
      ['a', 'b'],
      [
        [number(1), number(2)],
        [number(3), number(4)],
      ],
    ),
  ],
  ['a row without its number', table(['a'], [[number(1)], [null]])],
  ['a number below zero', table(['a'], [[number(1)], [number(-1)]])],
  ['a number that is none', table(['a'], [[number(1)], [number(Number.NaN)]])],
  ['nothing but zeros', table(['a'], [[number(0)], [number(0)]])],
  ['one row', table(['a'], [[number(1)]])],
])('a table with %s is not drawn', (_, printed) => {
  expect(tableChart(printed)).toBeNull()
})
