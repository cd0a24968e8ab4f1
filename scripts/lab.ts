/** Runs one lab in Node, as the page would: `npm run lab -- <lesson>/<lab> [--solution] [--json]`. */
import { parseArgs } from 'node:util'
import { startNodeBundler } from '../src/bundler/bundler-node.ts'
import { en } from '../src/i18n/lab/en.ts'
import { findingText } from '../src/i18n/lab/finding.ts'
import { listLabs, readLab, readLabKit, readLabText, readPackageShelf } from '../src/lab/content-node.ts'
import type { ProgramRun } from '../src/lab/goals.ts'
import { type GoalVerdict, judgeGoals, type LabBench, runProgram } from '../src/lab/judge.ts'
import { loadJudge } from '../src/lab/judge-node.ts'
import type { LabId, LabText } from '../src/lab/lab.ts'
import { projectOf } from '../src/lab/project.ts'
import { DEFAULT_LIMITS } from '../src/runner/protocol.ts'
import { startNodeRunner } from '../src/runner/runner-node.ts'
import { formatConsole } from './format-console.ts'

const USAGE = 'Usage: npm run lab -- <lesson>/<lab> [--solution] [--json]'
const root = process.cwd()

const { positionals, values } = parseCommand()
const [id] = positionals
const isKnown = listLabs(root).some((known) => known === id)
if (values.help || id === undefined || !isKnown) {
  if (id !== undefined && !isKnown) console.error(`There is no lab "${id}".`)
  console.error(`${USAGE}\nLabs: ${listLabs(root).join(', ')}`)
  process.exit(values.help ? 0 : 2)
}

const lab = readLab(root, id as LabId)
const kit = readLabKit(root, lab)
const bench: LabBench = { config: lab.config, kit, shelf: readPackageShelf(root), judge: await loadJudge(root, lab) }
const engine = { bundler: startNodeBundler(), runner: startNodeRunner() }
const options = {
  project: projectOf(lab.config, values.solution ? { ...lab.start, ...kit.solution } : lab.start),
  limits: DEFAULT_LIMITS,
  signal: new AbortController().signal,
}

try {
  const shown = await runProgram(engine, bench, options)
  const verdicts = await judgeGoals(engine, bench, { ...options, shown })
  if (values.json) console.log(JSON.stringify({ lab: id, shown, verdicts }, null, 2))
  else printRun(shown, verdicts, readLabText(root, lab, 'en'))
} finally {
  engine.bundler.dispose()
  engine.runner.dispose()
}

function parseCommand() {
  const option = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ allowPositionals: true, options: { solution: option, json: option, help: option } })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return process.exit(2)
  }
}

function printRun(shown: ProgramRun, verdicts: readonly GoalVerdict[], text: LabText): void {
  if (shown.kind === 'rejected') {
    for (const { severity, text: message, at } of shown.diagnostics) {
      console.log(`${severity}: ${message}${at === null ? '' : ` (${at.file}:${at.line}:${at.column})`}`)
    }
  } else {
    for (const line of formatConsole(shown.trace.events)) console.log(line)
    console.log(`\n${shown.trace.outcome.kind}`)
  }
  for (const { goal, verdict } of verdicts) {
    const words = text.goals[goal]
    const seen = verdict.met ? '' : ` – ${en.goalSeen} ${findingText(verdict, words?.unmet ?? {}, en)}`
    console.log(`${verdict.met ? en.goalMet : en.goalUnmet}: ${words?.goal ?? goal}${seen}`)
  }
}
