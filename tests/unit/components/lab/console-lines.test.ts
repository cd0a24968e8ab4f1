/** The console as plain text: what is copied, searched, and printed in the terminal. */
import { expect, test } from 'vitest'
import { consoleLines } from '../../../../src/components/lab/console/console-lines.ts'
import { drawTable } from '../../../../src/components/lab/console/table-text.ts'
import { en } from '../../../../src/i18n/lab/en.ts'
import { zhCn } from '../../../../src/i18n/lab/zh-cn.ts'
import type { ConsoleLevel, TraceEvent } from '../../../../src/trace/events.ts'
import { foldConsole } from '../../../../src/trace/model/console.ts'
import type { ErrorReport } from '../../../../src/trace/preview.ts'
import { cleared, ended, group, id, said, text } from '../../trace/model/hand-written.ts'

const line = (level: ConsoleLevel, words: string): TraceEvent => ({ kind: 'console', level, values: [text(words)] })

function lines(events: readonly TraceEvent[], strings = en): readonly string[] {
  return consoleLines(foldConsole(events), (number, name) => `${name} #${number}`, strings)
}

test('levels are words, plain lines have none', () => {
  expect(lines([said('a'), line('warn', 'b'), line('error', 'c')])).toEqual(['a', 'warning: b', 'error: c'])
  expect(lines([line('warn', 'b')], zhCn)).toEqual(['警告：b'])
})

test('groups are indented, every line of a text too, and repeats are counted', () => {
  expect(lines([group('G'), said('a\nb'), said('x'), said('x'), ended(), said('c')])).toEqual([
    'G',
    '  a',
    '  b',
    '  x (× 2)',
    'c',
  ])
})

test('instances tell which identity they are', () => {
  const value = { kind: 'object', of: 'instance', name: 'A', class: id(2), entries: [], omitted: 0 } as const
  expect(lines([{ kind: 'console', level: 'log', values: [value] }])).toEqual(['A #2 {}'])
})

test('a table is drawn, and says what it leaves out', () => {
  const table: TraceEvent = {
    kind: 'console-table',
    columns: ['name'],
    rows: [
      { key: '0', cells: [text('名字')], value: null },
      { key: '1', cells: [null], value: text('v') },
    ],
    omittedColumns: 0,
    omittedRows: 7,
  }
  expect(lines([table])).toEqual([
    '┌───────┬──────┬─────────┐',
    '│ (key) │ name │ (value) │',
    '├───────┼──────┼─────────┤',
    '│ 0     │ 名字 │         │',
    '│ 1     │      │ v       │',
    '└───────┴──────┴─────────┘',
    'rows left out: 7',
  ])
})

test('a long cell is cut, and one of several lines is made one', () => {
  const [, , , body] = drawTable([['a'], [`one\ntwo ${'x'.repeat(60)}`]])
  expect(body).toMatch(/^│ one two x+… │$/)
  expect(body).toHaveLength(44)
})

test('errors, stacks and their causes have their places', () => {
  const cause: ErrorReport = { name: 'Error', message: 'deep', frames: [], cause: null }
  const frames = [
    { function: 'f', file: 'main.ts', line: 2, column: 3 },
    { function: null, file: 'main.ts', line: 9, column: 1 },
  ]
  const error: ErrorReport = { name: 'TypeError', message: 'bad', frames, cause }
  const stack = ['    at f (main.ts:2:3)', '    at main.ts:9:1']
  expect(lines([{ kind: 'uncaught', error }])).toEqual(['Uncaught TypeError: bad', ...stack, '  caused by Error: deep'])
  const logged: TraceEvent = { kind: 'console', level: 'error', values: [{ kind: 'error', error, class: null }] }
  expect(lines([logged])).toEqual(['error: TypeError: bad', ...stack, '  caused by Error: deep'])
  expect(lines([{ kind: 'console-traced', values: [], frames }])).toEqual(['trace', ...stack])
})

test('counters, timers, clearings and limits are told in words', () => {
  const note = (given: Extract<TraceEvent, { kind: 'console-note' }>['note']): TraceEvent => ({
    kind: 'console-note',
    label: 'jobs',
    note: given,
  })
  const told = lines([
    note({ kind: 'counted', count: 2 }),
    note({ kind: 'no-counter' }),
    note({ kind: 'timed', events: 3, values: [text('so far')] }),
    note({ kind: 'no-timer' }),
    note({ kind: 'timer-runs-already' }),
    cleared(),
    { kind: 'truncated', what: 'console', dropped: 4 },
  ])
  expect(told).toEqual([
    'info: jobs: 2',
    'warning: No count was made for “jobs”.',
    expect.stringMatching(/^info: jobs: 3 events of the run .* so far$/),
    'warning: No timer “jobs” was started.',
    'warning: The timer “jobs” runs already.',
    'The program cleared the console here.',
    'and 4 more lines, not kept',
  ])
})
