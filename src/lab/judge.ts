/** Runs a lab's program and its hidden variants and judges the goals: the one way to do it, for the page, the command line and the tests. */

import type { BundleResult } from '../bundler/bundle-types.ts'
import type { Bundler } from '../bundler/service.ts'
import type { Limits } from '../runner/protocol.ts'
import type { Runner } from '../runner/run.ts'
import type { Outcome, TraceEvent } from '../trace/events.ts'
import type { LabJudge, ProgramRun, Verdict } from './goals.ts'
import type { LabConfig, LabKit } from './lab.ts'
import { mountProject, type PackageShelf } from './mount.ts'
import type { Files, Project } from './project.ts'

/** What runs programs: one bundler and one runner. */
export interface Engine {
  readonly bundler: Bundler
  readonly runner: Runner
}

/** All that is needed to run a lab, once it is loaded. */
export interface LabBench {
  readonly config: LabConfig
  readonly kit: LabKit
  readonly shelf: PackageShelf
  readonly judge: LabJudge
}

export interface GoalVerdict {
  readonly goal: string
  readonly verdict: Verdict
}

/** A project that could be bundled: its code, its modules and the warnings. */
export type Bundle = Extract<BundleResult, { readonly kind: 'bundled' }>

/** Told while the shown program is on its way. */
export interface RunObserver {
  readonly onBundled: (bundle: Bundle) => void
  readonly onEvents: (events: readonly TraceEvent[]) => void
}

const SILENT: RunObserver = { onBundled: () => undefined, onEvents: () => undefined }

/**
 * Bundles and runs a project once.
 *
 * @param variant files that take the place of the reader's
 * @throws the signal's reason when aborted before the program started; a program that is stopped later has the outcome `stopped`
 */
export async function runProgram(
  { bundler, runner }: Engine,
  { shelf }: { readonly shelf: PackageShelf },
  options: { project: Project; variant?: Files; limits: Limits; signal: AbortSignal; observer?: RunObserver },
): Promise<ProgramRun> {
  const { project, variant = {}, limits, signal, observer = SILENT } = options
  const bundle = await bundler.bundle(mountProject(project, shelf, variant), signal)
  if (bundle.kind === 'rejected') return { kind: 'rejected', diagnostics: bundle.diagnostics }
  observer.onBundled(bundle)
  const events: TraceEvent[] = []
  const outcome: Outcome = await runner.run({
    program: { code: bundle.code, map: bundle.map },
    limits,
    signal,
    onEvents: (batch) => {
      for (const event of batch) events.push(event)
      observer.onEvents(batch)
    },
  })
  return { kind: 'ran', trace: { events, outcome } }
}

/** Runs the variants and gives the verdict on every goal, in the order of `lab.yaml`. */
export async function judgeGoals(
  engine: Engine,
  bench: LabBench,
  options: { project: Project; limits: Limits; signal: AbortSignal; shown: ProgramRun },
): Promise<readonly GoalVerdict[]> {
  const { config, kit, judge } = bench
  const { shown, ...run } = options
  // A program that did not come to its end would not do so in a variant either.
  const hangs = shown.kind === 'ran' && shown.trace.outcome.kind === 'stopped'
  // All at once: while one runs, the next is bundled.
  const variants = new Map(
    await Promise.all(
      config.variants.map(async (name): Promise<[string, ProgramRun]> => {
        return [name, hangs ? shown : await runProgram(engine, bench, { ...run, variant: kit.variants[name] ?? {} })]
      }),
    ),
  )
  run.signal.throwIfAborted()
  const variant = (name: string): ProgramRun => {
    const found = variants.get(name)
    if (found === undefined)
      throw new Error(`A goal asks for variant "${name}", which lab.yaml does not list. Add it there.`)
    return found
  }
  return config.goals.map((goal) => {
    const check = judge.goals[goal]
    if (check === undefined) throw new Error(`Goal "${goal}" has no check. Add it to goals.ts.`)
    return { goal, verdict: check({ shown, variant }) }
  })
}
