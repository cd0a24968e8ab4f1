/** The console that a program sees, after https://console.spec.whatwg.org/: what it is told becomes events of the trace. */
import type { ConsoleEvent, ConsoleLevel, ConsoleNote } from '../../trace/events.ts'
import type { Frame, Preview } from '../../trace/preview.ts'
import { formatValues } from './console-format.ts'
import type { TableReader } from './console-table.ts'
import { append, createObject, isObject } from './intrinsics.ts'
import { type Previewer, primitiveText } from './previews.ts'

type Print = (...values: readonly unknown[]) => void

export interface TracedConsole {
  readonly log: Print
  readonly info: Print
  readonly debug: Print
  readonly warn: Print
  readonly error: Print
  readonly trace: Print
  readonly dir: (value?: unknown) => void
  readonly dirxml: Print
  readonly table: (data?: unknown, columns?: unknown) => void
  readonly assert: (condition?: unknown, ...values: readonly unknown[]) => void
  readonly group: Print
  readonly groupCollapsed: Print
  readonly groupEnd: () => void
  readonly clear: () => void
  readonly count: (label?: unknown) => void
  readonly countReset: (label?: unknown) => void
  readonly time: (label?: unknown) => void
  readonly timeLog: (label?: unknown, ...values: readonly unknown[]) => void
  readonly timeEnd: (label?: unknown) => void
}

interface ConsoleOptions {
  readonly emit: (event: ConsoleEvent) => void
  readonly preview: Previewer['preview']
  readonly readTable: TableReader
  /** The frames of the program that led to a call. */
  readonly frames: () => readonly Frame[]
  /** How many events the run has reported so far: the only time that a trace knows. */
  readonly passed: () => number
}

export function createConsole(options: ConsoleOptions): TracedConsole {
  const { emit, preview, readTable, frames } = options
  let openGroups = 0

  const picture = (values: readonly unknown[]) => drawValues(values, preview)
  const line = (level: ConsoleLevel, values: readonly unknown[]) => {
    if (values.length > 0) emit({ kind: 'console', level, values: picture(formatValues(values)) })
  }
  const open = (values: readonly unknown[], isCollapsed: boolean) => {
    openGroups += 1
    emit({ kind: 'console-group', values: picture(formatValues(values)), isCollapsed })
  }

  return {
    log: (...values) => line('log', values),
    info: (...values) => line('info', values),
    debug: (...values) => line('debug', values),
    warn: (...values) => line('warn', values),
    error: (...values) => line('error', values),
    trace: (...values) => {
      emit({ kind: 'console-traced', values: picture(formatValues(values)), frames: frames() })
    },
    dir: (value) => emit({ kind: 'console', level: 'log', values: picture([value]) }),
    dirxml: (...values) => emit({ kind: 'console', level: 'log', values: picture(values) }),
    table: (data, columns) =>
      emit(readTable(data, columns) ?? { kind: 'console', level: 'log', values: picture([data]) }),
    assert: (condition, ...values) => {
      if (!condition) line('error', withFailure(values))
    },
    group: (...values) => open(values, false),
    groupCollapsed: (...values) => open(values, true),
    groupEnd: () => {
      if (openGroups === 0) return
      openGroups -= 1
      emit({ kind: 'console-group-ended' })
    },
    clear: () => {
      openGroups = 0
      emit({ kind: 'console-cleared' })
    },
    ...createCounters(emit),
    ...createTimers(options),
  }
}

/** More values than anybody lists by hand: those behind come as one array, which is bounded like any other. */
const MAX_VALUES = 50

function drawValues(values: readonly unknown[], preview: Previewer['preview']): readonly Preview[] {
  const previews: Preview[] = []
  for (let index = 0; index < values.length && index < MAX_VALUES; index += 1) append(previews, preview(values[index]))
  if (values.length <= MAX_VALUES) return previews
  const rest: unknown[] = []
  for (let index = MAX_VALUES; index < values.length; index += 1) append(rest, values[index])
  append(previews, preview(rest))
  return previews
}

/** The words are the specification's. */
function withFailure(values: readonly unknown[]): readonly unknown[] {
  const first = values[0]
  const isText = typeof first === 'string'
  const failure: unknown[] = [isText ? `Assertion failed: ${first}` : 'Assertion failed']
  for (let index = isText ? 1 : 0; index < values.length; index += 1) append(failure, values[index])
  return failure
}

function createCounters(emit: ConsoleOptions['emit']): Pick<TracedConsole, 'count' | 'countReset'> {
  const counts: Record<string, number> = createObject(null)
  const tell = (label: string, note: ConsoleNote['note']) => emit({ kind: 'console-note', label, note })
  return {
    count: (given) => {
      const label = labelOf(given)
      const count = (counts[label] ?? 0) + 1
      counts[label] = count
      tell(label, { kind: 'counted', count })
    },
    countReset: (given) => {
      const label = labelOf(given)
      if (counts[label] === undefined) tell(label, { kind: 'no-counter' })
      else counts[label] = 0
    },
  }
}

function createTimers(options: ConsoleOptions): Pick<TracedConsole, 'time' | 'timeLog' | 'timeEnd'> {
  const { emit, preview, passed } = options
  const starts: Record<string, number> = createObject(null)
  const tell = (label: string, note: ConsoleNote['note']) => emit({ kind: 'console-note', label, note })
  const read = (label: string, values: readonly unknown[]) => {
    const start = starts[label]
    const events = passed()
    if (start === undefined) tell(label, { kind: 'no-timer' })
    else tell(label, { kind: 'timed', events: events - start, values: drawValues(values, preview) })
  }
  return {
    time: (given) => {
      const label = labelOf(given)
      if (starts[label] === undefined) starts[label] = passed()
      else tell(label, { kind: 'timer-runs-already' })
    },
    timeLog: (given, ...values) => read(labelOf(given), values),
    timeEnd: (given) => {
      const label = labelOf(given)
      read(label, [])
      delete starts[label]
    },
  }
}

const LABEL_LENGTH = 200

/** An object is not asked for its text, since that would run code of the program. */
function labelOf(given: unknown): string {
  if (given === undefined) return 'default'
  return isObject(given) ? typeof given : primitiveText(given, LABEL_LENGTH)
}
