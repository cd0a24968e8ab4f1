/** Which row of a list the keys lead to. */
import { expect, test } from 'vitest'
import { rowAfter } from '../../../../../src/components/lab/xray/use-roving-rows.ts'

test('arrows go through the rows and stop at the ends', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter']
  expect(keys.map((key) => rowAfter(0, 3, key))).toEqual([1, 0, 0, 2, null])
  expect(keys.map((key) => rowAfter(2, 3, key))).toEqual([2, 1, 0, 2, null])
})
