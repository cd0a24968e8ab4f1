/** The last line of `npm test` never says that all is well when something is not. */
import { describe, expect, test } from 'vitest'
import {
  judgePart,
  type PartResult,
  type ReportState,
  readPlaywrightReport,
  readVitestReport,
  renderSummary,
} from '../../../scripts/test-report.ts'

const read = (passed: number, failed: number): ReportState => ({ kind: 'read', counts: { passed, failed, skipped: 0 } })
const ended = (exitCode: number, report: ReportState) => judgePart({ kind: 'ended', exitCode, report })

describe('a part with counts', () => {
  test('is what its runner counted', () => {
    expect(ended(0, read(12, 0))).toMatchObject({ passed: 12, failed: 0 })
    expect(ended(1, read(10, 2))).toMatchObject({ passed: 10, failed: 2 })
  })

  test('fails when no test ran', () => {
    expect(ended(0, read(0, 0))).toMatchObject({ failed: 1, note: 'no test ran' })
  })

  test('fails when its runner failed though every test passed', () => {
    expect(ended(1, read(12, 0))).toMatchObject({ passed: 12, failed: 1 })
  })

  test('fails when its runner wrote no report', () => {
    expect(judgePart({ kind: 'ended', exitCode: 0, report: { kind: 'missing' } })).toMatchObject({ failed: 1 })
  })
})

test('a check counts as one', () => {
  expect(judgePart({ kind: 'ended', exitCode: 0, report: { kind: 'none' } })).toMatchObject({ passed: 1, failed: 0 })
  expect(judgePart({ kind: 'ended', exitCode: 2, report: { kind: 'none' } })).toMatchObject({ passed: 0, failed: 1 })
})

test('a part that could not run counts as failed', () => {
  expect(judgePart({ kind: 'not-run', needs: 'build' })).toMatchObject({ passed: 0, failed: 1 })
})

test('skipped and to-do tests are no passes', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  expect(readVitestReport(report)).toEqual({ passed: 5, failed: 1, skipped: 3 })
})

test('a browser test that needed a second try has passed, and is counted apart', () => {
  const report = { stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 3 } }
  const counts = readPlaywrightReport(report)
  expect(counts).toEqual({ passed: 9, failed: 1, skipped: 3, flaky: 2 })
  expect(ended(1, { kind: 'read', counts }).note).toBe('2 only at a second try: the runner names them above')
})

test('the summary ends with the sum of all parts', () => {
  const part = { name: 'lint', passed: 1, failed: 0, skipped: 0, seconds: 2, note: '' } satisfies PartResult
  const summary = renderSummary([part, { ...part, name: 'unit', passed: 40, failed: 2, skipped: 1 }])
  expect(summary.split('\n').at(-1)).toBe('41 passed, 2 failed')
  expect(summary).toMatch(/unit +FAILED .* 40 passed, 2 failed, 1 skipped/)
})
