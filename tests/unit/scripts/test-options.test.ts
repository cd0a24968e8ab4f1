/** What can be asked of `npm test`. */
import { expect, test } from 'vitest'
import { parseTestOptions } from '../../../scripts/test-options.ts'

const KNOWN = ['lint', 'unit', 'browser']

test('nothing said means everything', () => {
  expect(parseTestOptions([], KNOWN)).toEqual({ kind: 'run', only: KNOWN })
})

test('--only takes a list, or comes several times', () => {
  expect(parseTestOptions(['--only', 'unit,browser'], KNOWN)).toEqual({ kind: 'run', only: ['unit', 'browser'] })
  expect(parseTestOptions(['--only', 'unit', '--only=lint'], KNOWN)).toEqual({ kind: 'run', only: ['unit', 'lint'] })
})

test('an unknown part is answered with the known ones', () => {
  expect(parseTestOptions(['--only', 'unti'], KNOWN)).toEqual({
    kind: 'mistake',
    message: '--only: there is no part "unti". The parts are lint, unit, browser.',
  })
})

test('an unknown option is a mistake', () => {
  expect(parseTestOptions(['--fast'], KNOWN)).toMatchObject({ kind: 'mistake' })
})

test('--help asks for help', () => {
  expect(parseTestOptions(['--help'], KNOWN)).toEqual({ kind: 'help' })
})
