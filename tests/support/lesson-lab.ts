/** Runs a lab in Node with some of its files changed: what a lesson's page says of its programs is held to these runs. */
import { startNodeBundler } from '../../src/bundler/bundler-node.ts'
import { readLab, readLabKit, readPackageShelf } from '../../src/lab/content-node.ts'
import type { ProgramRun } from '../../src/lab/goals.ts'
import { type Engine, judgeGoals, type LabBench, runProgram } from '../../src/lab/judge.ts'
import { loadJudge } from '../../src/lab/judge-node.ts'
import type { LabId } from '../../src/lab/lab.ts'
import { type Files, projectOf } from '../../src/lab/project.ts'
import { DEFAULT_LIMITS } from '../../src/runner/protocol.ts'
import { startNodeRunner } from '../../src/runner/runner-node.ts'
import type { TraceEvent } from '../../src/trace/events.ts'
import { foldConsole } from '../../src/trace/model/console.ts'
import { consoleText } from '../../src/trace/model/preview-text.ts'

const ROOT = process.cwd()
const RUN = { limits: DEFAULT_LIMITS, signal: new AbortController().signal }

export interface LessonLab {
  readonly start: Files
  readonly bench: LabBench
  /** Runs the program as it starts, with `changes` in place of its files. */
  readonly run: (changes?: Files) => Promise<ProgramRun>
  /** The goals that the program leaves unmet, each with what was seen. */
  readonly findings: (changes?: Files) => Promise<Readonly<Record<string, string>>>
  /** The text of one file of the start, with one piece replaced, e.g. a line that an experiment changes. */
  readonly edited: (file: string, piece: string, by: string) => Files
}

export function startEngine(): Engine & { readonly dispose: () => void } {
  const bundler = startNodeBundler()
  const runner = startNodeRunner()
  const dispose = () => {
    bundler.dispose()
    runner.dispose()
  }
  return { bundler, runner, dispose }
}

export async function openLessonLab(engine: Engine, id: LabId): Promise<LessonLab> {
  const lab = readLab(ROOT, id)
  const { config, start } = lab
  const bench = { config, kit: readLabKit(ROOT, lab), shelf: readPackageShelf(ROOT), judge: await loadJudge(ROOT, lab) }
  const projectWith = (changes: Files) => projectOf(config, { ...start, ...changes })
  const run = (changes: Files = {}) => runProgram(engine, bench, { project: projectWith(changes), ...RUN })
  return {
    start,
    bench,
    run,
    async findings(changes = {}) {
      const shown = await run(changes)
      const verdicts = await judgeGoals(engine, bench, { project: projectWith(changes), ...RUN, shown })
      return Object.fromEntries(verdicts.flatMap(({ goal, verdict }) => (verdict.met ? [] : [[goal, verdict.seen]])))
    },
    edited(file, piece, by) {
      const text = start[file] ?? ''
      if (!text.includes(piece)) throw new Error(`Lab "${id}": ${file} has no "${piece}". Mend the test, or the lab.`)
      return { [file]: text.replace(piece, () => by) }
    },
  }
}

/** @throws Error for a program that could not be bundled */
export function eventsOf(run: ProgramRun): readonly TraceEvent[] {
  if (run.kind === 'rejected') throw new Error(`The program could not be bundled: ${run.diagnostics[0]?.text}`)
  return run.trace.events
}

/** What was printed, line by line, as plain text; the console itself counts equal lines that follow each other. */
export function linesOf(run: ProgramRun): string[] {
  return foldConsole(eventsOf(run)).flatMap(({ event, count }) => Array<string>(count).fill(consoleText(event)))
}

/** What the bundler says of a program that it refused. */
export function diagnosticsOf(run: ProgramRun): string[] {
  return run.kind === 'rejected' ? run.diagnostics.map(({ text }) => text) : []
}
