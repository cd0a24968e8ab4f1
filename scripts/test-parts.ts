/** The parts of `npm test`, in the order in which they run. */
import type { Tool } from './run-command.ts'
import { type Counts, readPlaywrightReport, readVitestReport } from './test-report.ts'

export type Part = {
  readonly name: string
  readonly title: string
  /** Each must succeed; the first that does not ends the part. */
  readonly commands: readonly Command[]
  /** Where a runner of tests writes its counts. A part without one counts as a single check. */
  readonly report?: Report
  /** The part that has to succeed first, if it runs too. */
  readonly needs?: string
}

export type Command = readonly [tool: Tool, ...args: string[]]

export type Report = {
  readonly file: string
  readonly read: (report: unknown) => Counts
}

/** Where nobody looks at a terminal, biome's colours would bury its text. */
const COLOURS = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`
const VITEST_REPORT = 'test-results/vitest.json'
/** Also named in playwright.config.ts. */
const PLAYWRIGHT_REPORT = 'test-results/playwright.json'

export const PARTS: readonly Part[] = [
  {
    name: 'lint',
    title: 'Style and formatting (biome)',
    commands: [
      ['biome', 'ci', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=200', COLOURS, '.'],
    ],
  },
  {
    name: 'arrows',
    title: 'Who may import whom (dependency-cruiser)',
    commands: [['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'scripts', 'tests', 'content']],
  },
  { name: 'astro', title: 'Pages and content (astro check)', commands: [['astro', 'check']] },
  {
    name: 'types',
    title: 'Types (tsc)',
    commands: [
      ['tsc', '-p', '.'],
      ['tsc', '-p', 'tsconfig.core.json'],
      ['tsc', '-p', 'src/runtime'],
    ],
  },
  { name: 'unused', title: 'Unused files, exports and dependencies (knip)', commands: [['knip']] },
  {
    name: 'unit',
    title: 'Unit, lesson and conformance tests (vitest)',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]],
    report: { file: VITEST_REPORT, read: readVitestReport },
  },
  { name: 'build', title: 'The site (astro build)', commands: [['astro', 'build']] },
  {
    name: 'browser',
    title: 'The built site in a browser (playwright)',
    commands: [['playwright', 'test']],
    report: { file: PLAYWRIGHT_REPORT, read: readPlaywrightReport },
    needs: 'build',
  },
]
