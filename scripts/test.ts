/** Runs every check and every test, and ends with one line: `N passed, M failed`. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT_ROOT, runTool } from './run-command.ts'
import { parseTestOptions } from './test-options.ts'
import { type Command, PARTS, type Part, type Report } from './test-parts.ts'
import { judgePart, type PartResult, type ReportState, renderSummary, total } from './test-report.ts'

const options = parseTestOptions(
  process.argv.slice(2),
  PARTS.map(({ name }) => name),
)

switch (options.kind) {
  case 'help':
    console.log(renderHelp())
    break
  case 'mistake':
    console.error(options.message)
    process.exitCode = 1
    break
  case 'run':
    process.exitCode = await runParts(PARTS.filter(({ name }) => options.only.includes(name)))
}

/** A part that fails does not stop the others, except those that need it. */
async function runParts(parts: readonly Part[]): Promise<number> {
  const results: PartResult[] = []
  for (const part of parts) {
    console.log(`\n=== ${part.name}: ${part.title}\n`)
    const broken = results.some(({ name, failed }) => name === part.needs && failed > 0)
    results.push(await runPart(part, broken).catch((error: unknown) => brokenPart(part, error)))
  }
  console.log(`\n=== summary\n\n${renderSummary(results)}`)
  return total(results).failed === 0 ? 0 : 1
}

async function runPart(part: Part, broken: boolean): Promise<PartResult> {
  const { name, needs, report, commands } = part
  if (broken && needs !== undefined) return { name, seconds: 0, ...judgePart({ kind: 'not-run', needs }) }

  const start = performance.now()
  if (report !== undefined) forget(report)
  const exitCode = await runCommands(commands)
  const judged = judgePart({ kind: 'ended', exitCode, report: readReport(report) })
  return { name, seconds: (performance.now() - start) / 1000, ...judged }
}

/** A part that could not even be run or read: its failure must reach the last line too. */
function brokenPart({ name }: Part, error: unknown): PartResult {
  console.error(error)
  return { name, passed: 0, failed: 1, skipped: 0, seconds: 0, note: 'the part itself broke: see above' }
}

async function runCommands(commands: readonly Command[]): Promise<number> {
  for (const [tool, ...args] of commands) {
    const exitCode = await runTool(tool, args)
    if (exitCode !== 0) return exitCode
  }
  return 0
}

/** An old report must not be taken for the one of this run. */
function forget({ file }: Report): void {
  const path = join(PROJECT_ROOT, file)
  rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
}

function readReport(report: Report | undefined): ReportState {
  if (report === undefined) return { kind: 'none' }
  const path = join(PROJECT_ROOT, report.file)
  if (!existsSync(path)) return { kind: 'missing' }
  return { kind: 'read', counts: report.read(JSON.parse(readFileSync(path, 'utf8'))) }
}

function renderHelp(): string {
  return [
    'npm test                          every check and every test',
    'npm test -- --only unit,browser   only these parts ("browser" uses the site as last built)',
    '',
    'Parts, in their order:',
    ...PARTS.map(({ name, title }) => `  ${name.padEnd(9)}${title}`),
    '',
    'DOPPELCLASS_BROWSER=/path/to/chromium   the browser to test in; without it one is searched for, or installed',
    'DOPPELCLASS_FIREFOX=playwright          tests in Firefox as well (npx playwright install firefox)',
    'DOPPELCLASS_FUZZ=long                   10,000 made-up inputs for whatever comes from outside instead of 500, and longer random lives',
  ].join('\n')
}
