/** Groups, repeats and clearings of a console, and what a filter leaves of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConsoleLevel, TraceEvent } from '../../../../src/trace/events.ts'
import { type ConsoleRow, foldConsole } from '../../../../src/trace/model/console.ts'
import { countLevels, countLines, filterConsole, levelOf } from '../../../../src/trace/model/console-filter.ts'
import { type ConsoleNode, consoleTree, lastRows, rowsOf } from '../../../../src/trace/model/console-tree.ts'
import { consoleText } from '../../../../src/trace/model/preview-text.ts'
import { generatedTrace } from './generated-trace.ts'
import { cleared, created, ended, group, id, said, text } from './hand-written.ts'

type Outline = string | readonly [string, ...Outline[]]

/** A tree as nested lists of words. */
function outline(nodes: readonly ConsoleNode[]): readonly Outline[] {
  return nodes.map(({ row, children }): Outline => {
    const words = `${consoleText(row.event)}${row.count > 1 ? ` × ${row.count}` : ''}`
    return row.event.kind === 'console-group' ? [words, ...outline(children)] : words
  })
}

function outlineOf(events: readonly TraceEvent[]): readonly Outline[] {
  return outline(consoleTree(foldConsole(events)))
}

const warn = (words: string): TraceEvent => ({ kind: 'console', level: 'warn', values: [text(words)] })

describe('groups', () => {
  test('hold what is printed until they end', () => {
    const events = [said('a'), group('G'), said('b'), group('H'), said('c'), ended(), said('d'), ended(), said('e')]
    expect(outlineOf(events)).toEqual(['a', ['G', 'b', ['H', 'c'], 'd'], 'e'])
  })

  test('that never end hold the rest, and an end too many ends nothing', () => {
    expect(outlineOf([ended(), group('G'), said('a')])).toEqual([['G', 'a']])
  })

  test('of any depth are drawn, the deepest side by side', () => {
    const rows = foldConsole([...Array.from({ length: 500 }, () => group('G')), said('bottom')])
    expect(rows).toHaveLength(501)
    expect(Math.max(...rows.map(({ depth }) => depth))).toBe(12)
  })

  test('are all ended by clearing', () => {
    expect(outlineOf([group('G'), said('a'), cleared(), said('b')])).toEqual([['G', 'a'], '', 'b'])
  })
})

describe('repeats', () => {
  test('of one level and one text, side by side, are one row with a count', () => {
    expect(outlineOf([said('x'), said('x'), said('x'), said('y'), said('x')])).toEqual(['x × 3', 'y', 'x'])
  })

  test('keep the places of their first and last event', () => {
    const [row] = foldConsole([said('x'), created(1, 'A'), said('x')])
    expect(row).toMatchObject({ index: 0, last: 2, count: 2 })
  })

  test('of another level are rows of their own', () => {
    expect(outlineOf([said('x'), warn('x')])).toEqual(['x', 'x'])
  })

  test('in another group are rows of their own, and so are groups', () => {
    const events = [said('x'), group('G'), said('x'), ended(), group('G'), said('x'), ended(), said('x')]
    expect(outlineOf(events)).toEqual(['x', ['G', 'x'], ['G', 'x'], 'x'])
  })

  test('of two identities of one name are two rows', () => {
    const instance = (number: number): TraceEvent => ({
      kind: 'console',
      level: 'log',
      values: [{ kind: 'object', of: 'instance', name: 'A', class: id(number), entries: [], omitted: 0 }],
    })
    expect(foldConsole([instance(1), instance(2), instance(2)]).map(({ count }) => count)).toEqual([1, 2])
  })
})

describe('a filter', () => {
  const EVENTS = [said('apple'), group('Fruit'), said('pear'), warn('rotten apple'), ended(), group('Empty'), ended()]
  const filtered = (words: string, ...hidden: readonly ConsoleLevel[]) =>
    outline(
      filterConsole(consoleTree(foldConsole(EVENTS)), { text: words, hiddenLevels: new Set(hidden) }, (row) =>
        consoleText(row.event),
      ),
    )

  test('without words keeps every line', () => {
    expect(filtered('')).toEqual(['apple', ['Fruit', 'pear', 'rotten apple'], ['Empty']])
  })

  test('finds words in any case, and keeps the heading over what it finds', () => {
    expect(filtered(' APPLE ')).toEqual(['apple', ['Fruit', 'rotten apple']])
  })

  test('that finds a heading keeps all its lines', () => {
    expect(filtered('fruit')).toEqual([['Fruit', 'pear', 'rotten apple']])
  })

  test('by level keeps the headings of what is left', () => {
    expect(filtered('', 'log')).toEqual([['Fruit', 'rotten apple']])
    expect(filtered('', 'warn')).toEqual(['apple', ['Fruit', 'pear'], ['Empty']])
    expect(filtered('apple', 'log', 'warn')).toEqual([])
  })
})

test('levels are counted with their repeats', () => {
  const rows = foldConsole([said('x'), said('x'), warn('y'), group('G')])
  expect(countLevels(rows)).toEqual({ error: 0, warn: 1, info: 0, log: 3, debug: 0 })
  expect(countLines(rows)).toBe(4)
})

test('the last rows keep the headings that they lie under', () => {
  const rows = foldConsole([said('a'), group('G'), said('b'), group('H'), said('c'), said('d')])
  expect(outline(consoleTree(lastRows(rows, 1)))).toEqual([['G', ['H', 'd']]])
  expect(lastRows(rows, 100)).toEqual(rows)
})

test('whatever a run says, its tree has each row once and in order', () => {
  fc.assert(
    fc.property(generatedTrace, fc.integer({ min: 0, max: 60 }), (events, cut) => {
      const rows = foldConsole(events)
      // A reader may have cleared the headings of what follows.
      const shown: readonly ConsoleRow[] = rows.slice(cut)
      expect(rowsOf(consoleTree(shown), () => true)).toEqual(shown)
      const sum = Object.values(countLevels(shown)).reduce((one, other) => one + other, 0)
      expect(sum).toBe(countLines(shown))
      for (const { event } of shown) expect(['error', 'warn', 'info', 'log', 'debug']).toContain(levelOf(event))
    }),
  )
})
