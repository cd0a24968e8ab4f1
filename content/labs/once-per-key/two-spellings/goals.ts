/** Judges the lab by what its runs did: how often plugin.ts ran, what the worker asked, and who still uses what. */
import { completed, completedVariant, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { checksOf, reportsOf } from '#src/lab/reports.ts'
import type { ClassId, InstanceofChecked, TraceEvent } from '#src/trace/events.ts'
import { type ClassesModel, type ClassInfo, foldClasses } from '#src/trace/model/classes.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import type { Preview } from '#src/trace/preview.ts'

const PLUGIN_FILE = 'plugin.ts'
/** Of the shown program and of the hidden one: neither is judged by the checks in it. */
const MAIN_FILE = 'main.ts'
/** What the hidden plugin.ts has for every plugin that is built on it. */
const HIDDEN_SETUP = 'from the hidden plugin.ts'
/** What the hidden program throws where a file lacks what others import from it. */
const NO_EXPORT = /^(\S+) has no export (\S+)$/

export const goals = {
  'evaluated-once': unlessObstructed(evaluatedOnce),
  accepted: unlessObstructed(accepted),
  'same-uses': unlessObstructed(sameUses),
}

export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'no-file'
  const evaluations = evaluationsOf(shown.trace.events).length
  const isAccepted = askedByWorker(shown.trace.events).every(({ answer }) => answer)
  if (evaluations === 2) return isAccepted ? 'replaced' : 'twice'
  return evaluations === 1 ? 'once' : 'thrice'
}

/** The events of the shown program and of the hidden one. */
interface Programs {
  readonly shown: readonly TraceEvent[]
  readonly hidden: readonly TraceEvent[]
}

/** Says first what keeps every goal from being judged. */
function unlessObstructed(judge: (programs: Programs) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const hidden = completedVariant(runs, 'another-plugin')
    const here = completed(runs.shown)
    if (hidden.trace !== null && here.trace !== null) {
      const programs = { shown: here.trace.events, hidden: hidden.trace.events }
      // The last report: where it is missing, others may be too.
      return reportsOf(programs.hidden, 'Inheritance').length > 0 ? judge(programs) : unmet('no-report')
    }
    return missingExport(runs.variant('another-plugin')) ?? here.problem ?? hidden.problem ?? MET
  }
}

function missingExport(run: ProgramRun): Verdict | null {
  if (run.kind === 'rejected' || run.trace.outcome.kind !== 'failed') return null
  const [, file, name] = NO_EXPORT.exec(run.trace.outcome.error.message) ?? []
  return file === undefined || name === undefined ? null : unmet('no-export', { file, name })
}

function evaluatedOnce({ shown, hidden }: Programs): Verdict {
  for (const events of [shown, hidden]) {
    const keys = evaluationsOf(events)
    if (keys.length === 0) return unmet('never')
    if (keys.length > 1) return unmet('repeated', { times: keys.length, keys: [...new Set(keys)].join(', ') })
  }
  return MET
}

/** The key of each evaluation of plugin.ts. */
function evaluationsOf(events: readonly TraceEvent[]): readonly string[] {
  const instances = foldModules(events).files.find(({ file }) => file === PLUGIN_FILE)?.instances ?? []
  return instances.flatMap(({ key, evaluations }) => Array<string>(evaluations).fill(key))
}

function accepted({ shown, hidden }: Programs): Verdict {
  const verdicts = [judgeOffer(shown), judgeOffer(hidden)]
  const problem = verdicts.find(({ met }) => !met)
  if (problem !== undefined) return problem
  const refused = reportsOf(hidden, 'Offer').find(
    ({ isStranger, answer }) => isStranger === 'false' && answer !== 'true',
  )
  return refused === undefined ? MET : unmet('said-no', { plugin: refused.plugin ?? '', answer: refused.answer ?? '' })
}

/** What was asked about the reader's own plugins: one that was found to be one is enough, or else the last tells what is wrong. */
function judgeOffer(events: readonly TraceEvent[]): Verdict {
  const classes = foldClasses(events)
  const offers = askedByWorker(events).filter(({ value }) => isMonitor(classOf(value), classes))
  const verdicts = offers.map((offer) => judgeAnswer(offer, classes))
  return verdicts.find(({ met }) => met) ?? verdicts.at(-1) ?? unmet('not-asked')
}

/** Whether a class was made on top of plugin.ts, in whichever file, and not by a program that only offers it. */
function isMonitor(id: ClassId | null, classes: ClassesModel): boolean {
  const info = infoOf(id, classes)
  const made = [info, ...(info?.chain ?? []).map((one) => infoOf(one, classes))].map((one) => one?.file ?? MAIN_FILE)
  return made.some((file) => file !== MAIN_FILE && file !== PLUGIN_FILE && !file.startsWith('node_modules/'))
}

function judgeAnswer(offer: InstanceofChecked, classes: ClassesModel): Verdict {
  if (offer.reason === 'has-instance') return unmet('own-answer', { name: offer.targetLabel })
  const target = infoOf(offer.target, classes)
  if (!offer.answer) return explainRefusal(offer, classes)
  return target?.file === PLUGIN_FILE ? MET : unmet('own-target', { file: target?.file ?? offer.targetLabel })
}

function explainRefusal({ hops, target, targetLabel: name }: InstanceofChecked, classes: ClassesModel): Verdict {
  const twin = hops.map((hop) => infoOf(hop.class, classes)).find((info) => info?.name === name)
  if (twin === undefined) return unmet('no-base', { name })
  return unmet('twin', { name, yours: twin.module ?? '', theirs: infoOf(target, classes)?.module ?? '' })
}

function sameUses({ hidden }: Programs): Verdict {
  const classes = foldClasses(hidden)
  const [inheritance] = reportsOf(hidden, 'Inheritance')
  const setup = inheritance?.setup ?? ''
  if (!setup.includes(HIDDEN_SETUP)) return unmet('own-base', { setup })
  const targets = askedByWorker(hidden).map((check) => infoOf(check.target, classes))
  const foreign = targets.find((info) => info !== undefined && info.file !== PLUGIN_FILE)
  if (foreign !== undefined) return unmet('own-target', { file: foreign.file ?? foreign.name })
  const stranger = reportsOf(hidden, 'Offer').find(
    ({ isStranger, answer }) => isStranger === 'true' && answer !== 'false',
  )
  return stranger === undefined
    ? MET
    : unmet('let-in', { plugin: stranger.plugin ?? '', answer: stranger.answer ?? '' })
}

function askedByWorker(events: readonly TraceEvent[]): readonly InstanceofChecked[] {
  return checksOf(events).filter(({ span }) => span.module !== MAIN_FILE)
}

function classOf(value: Preview): ClassId | null {
  return value.kind === 'object' ? value.class : null
}

function infoOf(id: ClassId | null | undefined, { byId }: ClassesModel): ClassInfo | undefined {
  return id == null ? undefined : byId.get(id)
}
