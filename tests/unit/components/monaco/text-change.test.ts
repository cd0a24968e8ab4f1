import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textChange } from '../../../../src/components/lab/monaco/text-change.ts'

describe('textChange', () => {
  test('equal texts need no change', () => {
    expect(textChange('same', 'same')).toBeNull()
  })

  test('only what differs is replaced', () => {
    expect(textChange("from 'dask/distributed'", "from 'distributed'")).toEqual({ start: 7, end: 12, text: '' })
    expect(textChange('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' })
  })

  test('applied to the first text, the change gives the second', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '类'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after)
        const applied = change && before.slice(0, change.start) + change.text + before.slice(change.end)
        expect(applied ?? before).toBe(after)
      }),
    )
  })
})
