/** Brings a recording and a run to the same lines. Whatever is not named here is compared as it is. */
import type { Report } from '../../src/runtime/host.ts'
import { text } from '../../src/runtime/python-repr.ts'
import type { StoryEvent, StoryStep, Told } from './programs/story.ts'

/** What a scenario came to, as lines under a heading each: `step 0`, `worker-0`, `scheduler`, `log`, `note: status`. */
export type Lines = Readonly<Record<string, readonly string[]>>

export interface Recording {
  readonly scenario: string
  readonly distributed_version: string
  readonly steps: readonly {
    readonly do: string
    readonly returned?: string | null
    readonly raised?: { readonly type: string; readonly message: string }
    readonly warnings?: readonly { readonly category: string; readonly message: string }[]
  }[]
  readonly events: readonly StoryEvent[]
  readonly notes: Readonly<Record<string, unknown>>
  readonly log: readonly { readonly level: string; readonly logger: string; readonly message: string }[]
}

export function linesOfRecording({ steps, events, notes, log }: Recording): Lines {
  const stepLines = steps.map(({ returned, raised, warnings = [] }) => {
    const outcome = raised === undefined ? `returned ${python(returned)}` : `raised ${raised.type}: ${raised.message}`
    return [outcome, ...warnings.map(({ category, message }) => `warned ${category}: ${message}`)]
  })
  return {
    ...byStep(stepLines),
    ...linesOfEvents(events),
    ...linesOfNotes(notes),
    log: linesOfLog(log),
  }
}

export function linesOfRun({ processes, since, steps, events, notes }: Told, reports: readonly Report[]): Lines {
  const stepLines = steps.map((step) => [
    outcomeOf(step),
    ...step.warnings
      // Worker processes print their warnings, and nobody else sees them.
      .filter(({ process }) => !processes || !process.startsWith('worker-'))
      .map(({ category, message }) => `warned ${category}: ${message}`),
  ])
  const log = reports.slice(since).filter((report) => report.kind === 'logged')
  return {
    ...byStep(stepLines),
    ...linesOfEvents(events),
    ...linesOfNotes(notes),
    // As above: what worker processes log stays with them.
    log: linesOfLog(log.filter(({ process }) => !processes || !process.startsWith('worker-'))),
  }
}

function byStep(stepLines: readonly (readonly string[])[]): Lines {
  return Object.fromEntries(stepLines.map((lines, index) => [`step ${index}`, lines]))
}

function outcomeOf({ returned, raised }: StoryStep): string {
  if (raised === undefined) return `returned ${python(printed(returned))}`
  const [, method] = /(\w+) is not a function/.exec(raised.message) ?? []
  // What Python says of a method that an object lacks.
  if (method !== undefined) return `raised AttributeError: 'Client' object has no attribute '${snake(method)}'`
  // The class of plain errors has another name, and an error about a lost result also says which call asked for it.
  const message = raised.message.replace(/\n(?:future|client)\.\w+\(\): .*$/, '')
  return `raised ${raised.type === 'Error' ? 'Exception' : raised.type}: ${message}`
}

/** Events of one process in their order; the order between processes is nobody's promise. */
function linesOfEvents(events: readonly StoryEvent[]): Lines {
  const lines: Record<string, string[]> = {}
  for (const event of events) {
    const process = event.kind === 'scheduler' ? 'scheduler' : `${event.kind} ${event.worker}`
    lines[process] = [...(lines[process] ?? []), lineOf(event)]
  }
  return lines
}

/** Fields that tell of Python's processes and modules, or are empty by nature. */
const LEFT_OUT = new Set(['process', 'long_module_loaded', 'cls', 'annotations', 'args', 'kind', 'hook', 'step'])

function lineOf(event: StoryEvent): string {
  const fields = Object.entries(event).filter(([name]) => !LEFT_OUT.has(name))
  const told = fields.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return `${event.step} ${event.kind}.${event.hook} ${sorted(told).join(' ')}`
}

function linesOfNotes(notes: Readonly<Record<string, unknown>>): Lines {
  return Object.fromEntries(
    Object.entries(notes).map(([name, value]) => [`note: ${name}`, [named(withoutShuffle(value))]]),
  )
}

/** Dask's own plugin `shuffle` is not modelled. */
function withoutShuffle(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.filter((item) => item !== 'shuffle') : value)
}

/** The lines of the log that were recorded: tests/recorder/recording.py has the same list. */
const TOLD =
  /lugin|handling op|Compute Failed|Couldn't gather|marked as failed|caused the cluster to lose|requests to (?:cancel|retry)|cancels key|Lost all workers|Receive client connection|Remove client|Register worker|Remove worker|Restarting|restart finished|do not use a nanny|different `run_spec`|failed on purpose/

/** Order between processes is nobody's promise here either. */
function linesOfLog(log: readonly { readonly level: string; readonly logger: string; readonly message: string }[]) {
  return sorted(
    log
      .filter(({ message }) => TOLD.test(message) && !message.endsWith('plugin shuffle'))
      .map(({ level, logger, message }) => `${level} ${logger} ${logged(message)}`),
  )
}

function sorted(lines: readonly string[]): readonly string[] {
  return lines.toSorted()
}

/** The error that goes with a line is its last line here, and in brackets in the recordings. What follows a failed task is left out. */
function logged(message: string): string {
  const [line = '', ...more] = message.split('\n')
  const error = line === 'Compute Failed' ? undefined : more.at(-1)
  // An error without words ends in its name here, and in a colon there.
  return named(error === undefined ? line : `${line}  [${error}]`).replace(/: \]$/, ']')
}

/** Random names, and what is counted in their place. */
function named(text: string): string {
  return text
    .replace(/ ?\(stimulus_id=.*/, '')
    .replace(/\b(?:inproc|tcp):\/\/ADDR|'?\bworker-\d+'?(?=[ ',\]:.]|$)/g, 'ADDR')
    .replaceAll("'ADDR'", 'ADDR')
    .replace(/\bClient-(?:UUID|ID)|\bclient(?:-\d+)?\b/g, 'CLIENT')
    .replace(/\b(type|[A-Z]\w+)-(?:UUID|\d+)\b/g, '$1-UUID')
}

/** As the recordings print a value: Python's `repr`, with brackets for all sequences and without addresses. */
function python(text: string | null | undefined): string {
  if (text === null || text === undefined) return 'None'
  return text
    .replace(/'(?:inproc|tcp):\/\/ADDR'|'worker-\d+'/g, "'ADDR'")
    .replaceAll('(', '[')
    .replaceAll(')', ']')
    .replace(/^(['"])(.*)\1$/, '$2')
}

function printed(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  return `{${Object.entries(value)
    .map(([name, item]) => `'${name}': ${printed(item)}`)
    .join(', ')}}`
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
