/** Tables are read from whatever has rows, without running a line of the program. */
import { expect, test } from 'vitest'
import type { ConsoleTable, TraceEvent } from '../../../../src/trace/events.ts'
import { bareText } from '../../../../src/trace/model/preview-text.ts'
import { startTracer } from './probe-kit.ts'

function last(data: unknown, columns?: unknown): TraceEvent | undefined {
  const { console, events } = startTracer()
  console.table(data, columns)
  return events.at(-1)
}

function tableOf(data: unknown, columns?: unknown): ConsoleTable {
  const event = last(data, columns)
  if (event?.kind !== 'console-table') throw new Error(`The console reported ${event?.kind}, no table.`)
  return event
}

/** The head and the rows as text; the value of a row comes last. */
function drawn(data: unknown, columns?: unknown): readonly (readonly string[])[] {
  const { columns: head, rows } = tableOf(data, columns)
  const text = (cell: ConsoleTable['rows'][number]['value']) => (cell === null ? '' : bareText(cell))
  return [head, ...rows.map(({ key, cells, value }) => [key, ...cells.map(text), text(value)])]
}

test('an array of objects has the union of their properties as columns', () => {
  expect(drawn([{ a: 1 }, { b: 'x', a: 2 }])).toEqual([
    ['a', 'b'],
    ['0', '1', '', ''],
    ['1', '2', 'x', ''],
  ])
})

test('an array of arrays has their indices as columns', () => {
  expect(drawn([[1, 2], [3]])).toEqual([
    ['0', '1'],
    ['0', '1', '2', ''],
    ['1', '3', '', ''],
  ])
})

test('plain values stand in a column of their own, beside rows with properties', () => {
  expect(drawn([1, { a: 2 }, null])).toEqual([['a'], ['0', '', '1'], ['1', '2', ''], ['2', '', 'null']])
})

test('an object, a Map and a Set are tables too', () => {
  expect(drawn({ x: { a: 1 }, y: 2 })).toEqual([['a'], ['x', '1', ''], ['y', '', '2']])
  expect(drawn(new Map([['k', { a: 1 }]]))).toEqual([['a'], ['k', '1', '']])
  expect(drawn(new Set(['v']))).toEqual([[], ['0', 'v']])
})

test('only the columns that are asked for are shown, in their order, present or not', () => {
  expect(drawn([{ a: 1, b: 2, c: 3 }], ['c', 'z', 'a'])).toEqual([
    ['c', 'z', 'a'],
    ['0', '3', '', '1', ''],
  ])
})

test('a row that is an instance tells its class', () => {
  class Twin {
    readonly size = 1
  }
  const { console, create, events } = startTracer()
  create(Twin)
  console.table([new Twin()])
  expect(events.at(-1)).toMatchObject({
    rows: [{ key: '0', cells: [{ text: '1' }], value: { kind: 'object', of: 'deep', name: 'Twin', class: 1 } }],
  })
})

test.each([[1], ['text'], [null], [undefined], [[]], [{}], [new Date(0)], [() => 1], [new Error('no')]])(
  '%s has no rows and is printed as a value',
  (data) => {
    expect(last(data)).toMatchObject({ kind: 'console', level: 'log', values: [{}] })
  },
)

test('a large table is cut, and says by how much', () => {
  const wide = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, index]))
  const table = tableOf(Array.from({ length: 1_000 }, () => wide))
  expect([table.columns.length, table.rows.length, table.omittedColumns, table.omittedRows]).toEqual([20, 100, 10, 900])
})

test('a proxy is printed as what it stands for, since a look at its rows would run its traps', () => {
  const { console, events } = startTracer()
  console.table(new Proxy([{ a: 1 }], {}))
  expect(events.at(-1)).toMatchObject({ kind: 'console', values: [{ name: 'Proxy(Array)' }] })
})

test('no getter and no trap of the program is run', () => {
  const run: string[] = []
  const { console, events } = startTracer()
  const trap = new Proxy(
    {},
    {
      ownKeys: () => {
        run.push('trap')
        return []
      },
    },
  )
  const row = {
    get secret() {
      run.push('getter')
      return 1
    },
    trap,
  }
  console.table([row, trap])
  expect(events.at(-1)).toMatchObject({
    columns: ['secret', 'trap'],
    rows: [
      { cells: [{ kind: 'unreadable', why: 'getter' }, { name: 'Proxy(Object)' }] },
      { value: { name: 'Proxy(Object)' } },
    ],
  })
  expect(run).toEqual([])
})
