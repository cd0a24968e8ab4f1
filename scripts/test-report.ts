/** Counts what passed and failed, from the reports that the test runners write. */
import { z } from 'zod'

export type Counts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** How many of the passed ones failed at their first try. */
  readonly flaky?: number
}

export type PartResult = Counts & {
  readonly name: string
  readonly seconds: number
  /** Why the numbers are as they are, where they do not speak for themselves. */
  readonly note: string
}

/** What is known of a part after its commands have ended. */
export type Ending =
  | { readonly kind: 'not-run'; readonly needs: string }
  | { readonly kind: 'ended'; readonly exitCode: number; readonly report: ReportState }

export type ReportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'read'; readonly counts: Counts }

/** A part's counts: at least one failure whenever anything at all went wrong. */
export function judgePart(ending: Ending): Counts & { readonly note: string } {
  if (ending.kind === 'not-run') return { ...ONE_FAILURE, note: `not run: "${ending.needs}" failed` }
  const { exitCode, report } = ending
  if (report.kind === 'none') return exitCode === 0 ? { ...ONE_PASS, note: '' } : { ...ONE_FAILURE, note: '' }
  if (report.kind === 'missing') return { ...ONE_FAILURE, note: 'the runner wrote no report' }

  const { passed, failed } = report.counts
  if (passed + failed === 0) return { ...report.counts, failed: 1, note: 'no test ran' }
  if (exitCode !== 0 && failed === 0)
    return { ...report.counts, failed: 1, note: 'the runner failed outside its tests' }
  const { flaky = 0 } = report.counts
  return { ...report.counts, note: flaky === 0 ? '' : `${flaky} only at a second try: the runner names them above` }
}

const ONE_PASS: Counts = { passed: 1, failed: 0, skipped: 0 }
const ONE_FAILURE: Counts = { passed: 0, failed: 1, skipped: 0 }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

export function readVitestReport(report: unknown): Counts {
  const counts = vitestReport.parse(report)
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    skipped: counts.numPendingTests + counts.numTodoTests,
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** A test that passed only at its second try has passed, but is never passed over: see `judgePart`. */
export function readPlaywrightReport(report: unknown): Counts {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats
  return { passed: expected + flaky, failed: unexpected, skipped, flaky }
}

/** The table of the parts, and below it the one line that says it all. */
export function renderSummary(results: readonly PartResult[]): string {
  const rows = results.map(({ name, passed, failed, skipped, seconds, note }) => {
    const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')
    const verdict = failed === 0 ? 'ok' : 'FAILED'
    return `${name.padEnd(9)}${verdict.padEnd(8)}${`${seconds.toFixed(1)} s`.padStart(9)}   ${counts}${note && ` (${note})`}`
  })
  const { passed, failed } = total(results)
  return [...rows, '', `${passed} passed, ${failed} failed`].join('\n')
}

export function total(results: readonly Counts[]): Pick<Counts, 'passed' | 'failed'> {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  }
}
