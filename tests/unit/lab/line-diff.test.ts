import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffLines } from '#src/lab/line-diff.ts'

describe('diffLines', () => {
  test('sets a changed line beside the one that it became', () => {
    expect(diffLines('import a\nb\n', 'import c\nb\n')).toEqual([
      { kind: 'changed', one: { number: 1, text: 'import a' }, other: { number: 1, text: 'import c' } },
      { kind: 'same', one: { number: 2, text: 'b' }, other: { number: 2, text: 'b' } },
    ])
  })

  test('leaves the place empty where a line has no counterpart', () => {
    expect(diffLines('a\n', 'a\nb\nc\n').slice(1)).toEqual([
      { kind: 'changed', one: null, other: { number: 2, text: 'b' } },
      { kind: 'changed', one: null, other: { number: 3, text: 'c' } },
    ])
  })

  test('each side, read from top to bottom, is its text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const rows = diffLines(one, other)
        const sides = { one: rows.flatMap((row) => row.one ?? []), other: rows.flatMap((row) => row.other ?? []) }
        expect(sides.one.map((line) => line.text)).toEqual(linesOf(one))
        expect(sides.other.map((line) => line.text)).toEqual(linesOf(other))
        for (const side of Object.values(sides))
          expect(side.map((line) => line.number)).toEqual([...side.keys()].map((n) => n + 1))
      }),
    )
  })
})

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
