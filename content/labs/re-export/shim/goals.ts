/** Judges the rebuilt shim by what programs got from it: which class under which spelling, how many evaluations, and who was kept out. */
import { crashed, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import type { Trace, TraceEvent } from '#src/trace/events.ts'
import { foldClasses } from '#src/trace/model/classes.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import type { ErrorReport, Preview } from '#src/trace/preview.ts'

/** Where Dask's own three bases are made. */
const CANONICAL = 'node_modules/distributed/diagnostics/plugin.ts'
const BASES = ['WorkerPlugin', 'SchedulerPlugin', 'NannyPlugin']
/** Hidden programs that compare spellings. Each ends with an error at the first difference. */
const COMPARING = ['spellings', 'other-modules', 'late-import']
const STRANGERS = ['Duck', 'Namesake']
/** What a comparing program throws: the kind of difference, the spelling, the name. */
const DIFFERENCE = /^(missing|different): (\S+) (\S+)$/

export const goals = {
  'one-class': unlessObstructed(oneClass),
  'one-evaluation': unlessObstructed(oneEvaluation),
  'strangers-out': unlessObstructed(strangersOut),
}

/** Reads the answer off the three comparisons that `main.ts` prints. */
export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'not-bundled'
  const answers = shown.trace.events.flatMap((event) => {
    const [, answer] = event.kind === 'console' ? event.values : []
    return answer?.kind === 'primitive' && answer.type === 'boolean' ? [answer.text] : []
  })
  const key = answers.slice(0, 3).join(' ')
  const known: Record<string, string> = {
    'false false false': 'every-path',
    'true false false': 'prefix',
    'true true false': 'deep-only',
    'true true true': 'one',
  }
  return known[key] ?? key
}

/** Runs that have a trace, the shown program's and the hidden ones'. */
interface Traces {
  readonly shown: Trace
  readonly hidden: (variant: string) => Trace
}

/** Says first what keeps every goal from being judged: a program that cannot be bundled, or does not end. */
function unlessObstructed(judge: (traces: Traces) => Verdict): (runs: Runs) => Verdict {
  return ({ shown, variant }) => {
    const obstacle = obstacleOf(shown, 'not-bundled')
    if (obstacle !== null) return obstacle
    for (const name of [...COMPARING, 'strangers']) {
      const hidden = obstacleOf(variant(name), 'hidden-not-bundled')
      if (hidden !== null) return hidden
    }
    return judge({ shown: traceOf(shown), hidden: (name) => traceOf(variant(name)) })
  }
}

function obstacleOf(run: ProgramRun, rejected: string): Verdict | null {
  if (run.kind === 'rejected') return unmet(rejected, { message: run.diagnostics[0]?.text ?? '' })
  return run.trace.outcome.kind === 'stopped' ? unmet('stopped') : null
}

/** A program that could not be bundled did nothing. */
function traceOf(run: ProgramRun): Trace {
  return run.kind === 'ran' ? run.trace : { events: [], outcome: { kind: 'completed' } }
}

function oneClass({ shown, hidden }: Traces): Verdict {
  for (const name of COMPARING) {
    const { events, outcome } = hidden(name)
    if (outcome.kind === 'failed') return explainFailure(outcome.error, events)
    const copy = foldClasses(events).classes.find((info) => BASES.includes(info.name) && info.module !== CANONICAL)
    if (copy !== undefined) return unmet('copy', { name: copy.name, module: shortened(copy.module) })
  }
  // Only now: where a hidden program can tell what differs, that says more.
  return shown.outcome.kind === 'failed' ? crashed(shown.outcome.error) : MET
}

/** What a comparing program ended with, and which module made the class that it found instead. */
function explainFailure(error: ErrorReport, events: readonly TraceEvent[]): Verdict {
  const [, kind, spelling = '', name = ''] = DIFFERENCE.exec(error.message) ?? []
  if (kind === undefined) return crashed(error)
  if (kind === 'missing') return unmet('missing', { spelling, name })
  const twin = foldClasses(events).classes.find((info) => info.name === name && isForeign(info.module))
  return twin === undefined
    ? unmet('stand-in', { spelling, name })
    : unmet('twin', { spelling, name, module: shortened(twin.module) })
}

function isForeign(module: string | null): boolean {
  return module !== null && !module.startsWith('node_modules/distributed/')
}

function oneEvaluation({ shown, hidden }: Traces): Verdict {
  const compared = COMPARING.map(hidden)
  for (const { events } of [shown, ...compared]) {
    const [first] = foldModules(events).doubled
    if (first === undefined) continue
    const keys = first.instances.map(({ key }) => shortened(key)).join(', ')
    return unmet('doubled', { file: shortened(first.file), times: first.instances.length, keys })
  }
  // A program that gets its classes from elsewhere evaluates nothing twice, and nothing of Dask's either.
  const isEvaluated = ({ events }: Trace) => foldModules(events).modules.some(({ key }) => key === CANONICAL)
  return compared.every(isEvaluated) ? MET : unmet('never')
}

/** Dask still asks for its own classes, and a check by `instanceof` still tells strangers apart. */
function strangersOut({ hidden }: Traces): Verdict {
  const { events, outcome } = hidden('strangers')
  const { byId } = foldClasses(events)
  for (const stranger of STRANGERS) {
    const isOwn = (id: number | null) => [...byId.values()].some((info) => info.id === id && info.name === stranger)
    const taken = events.find((event) => event.kind === 'plugin-registered' && isOwn(event.class))
    if (taken !== undefined) return unmet('let-in', { stranger })
    const answers = events.flatMap((event) =>
      event.kind === 'instanceof-checked' && isOf(event, stranger) ? [event.answer] : [],
    )
    if (answers.includes(true)) return unmet('claimed', { stranger })
    const isRefused = events.some(
      (event) => event.kind === 'dispatched' && event.chosen === null && isOf(event, stranger),
    )
    if (isRefused) continue
    return outcome.kind === 'failed' ? crashed(outcome.error) : unmet('not-asked', { stranger })
  }
  return MET
}

/** Whether what was asked about is an instance of a class of that name. */
function isOf({ value }: { readonly value: Preview }, name: string): boolean {
  return value.kind === 'object' && value.name === name
}

function shortened(key: string | null): string {
  return (key ?? '').replace(/^node_modules\//, '')
}
