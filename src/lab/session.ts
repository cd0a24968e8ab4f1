/** One lab as its reader has it open: edit, run, stop, reset. The only place that holds its state, and where the latest run wins. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagnostic } from '../bundler/bundle-types.ts'
import { DEFAULT_LIMITS } from '../runner/protocol.ts'
import type { Outcome, Trace, TraceEvent } from '../trace/events.ts'
import type { ProgramRun } from './goals.ts'
import { type Bundle, type Engine, type GoalVerdict, judgeGoals, type LabBench, runProgram } from './judge.ts'
import type { Files, Lab } from './lab.ts'

/** How far the latest run has come. */
export type RunPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'bundling' }
  | { readonly kind: 'running' }
  | { readonly kind: 'judging' }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  /** The page's own machinery failed: no fault of the program. */
  | { readonly kind: 'broken'; readonly message: string }

export interface LabState {
  readonly files: Files
  readonly activeFile: string
  readonly phase: RunPhase
  /** What the latest run reported so far. A new array for each batch. */
  readonly events: readonly TraceEvent[]
  /** What the latest run was made of; null until it is bundled. */
  readonly bundle: Bundle | null
  /** Empty until the goals have been judged once. */
  readonly verdicts: readonly GoalVerdict[]
  /** Whether the files have changed since the latest run began. */
  readonly isEdited: boolean
  /** The latest run of the untouched start that came to its end: what the reader's own can be compared with. */
  readonly baseline: Trace | null
}

export interface LabSession {
  readonly store: StoreApi<LabState>
  readonly edit: (file: string, text: string) => void
  readonly select: (file: string) => void
  readonly run: () => Promise<void>
  readonly stop: () => void
  readonly reset: () => void
  readonly dispose: () => void
}

/**
 * @param load brings in what is needed to run: called at the first run, and again if it failed
 * @param schedule calls back soon, at most once a frame: events are shown in that rhythm
 */
export function createLabSession(
  lab: Lab,
  load: () => Promise<{ readonly engine: Engine; readonly bench: LabBench }>,
  schedule: (callback: () => void) => void = queueMicrotask,
): LabSession {
  const initial: LabState = {
    files: lab.start,
    activeFile: lab.config.focus,
    phase: { kind: 'idle' },
    events: [],
    bundle: null,
    verdicts: [],
    isEdited: false,
    baseline: null,
  }
  const store = createStore<LabState>(() => initial)
  let loaded: ReturnType<typeof load> | null = null
  let latest: AbortController | null = null

  const loadOnce = () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null
      throw error
    })
    return loaded
  }

  const run = async () => {
    latest?.abort()
    const control = new AbortController()
    latest = control
    const { signal } = control
    // A superseded run may still be on its way through the bundler; nothing of it reaches the state.
    const set = (change: Partial<LabState>) => {
      if (latest === control) store.setState(change)
    }
    const events = collectEvents(schedule, (all) => set({ events: all }))
    const { files } = store.getState()
    set({ phase: { kind: 'loading' }, events: [], bundle: null, isEdited: false })
    try {
      const { engine, bench } = await loadOnce()
      set({ phase: { kind: 'bundling' } })
      const observer = {
        onBundled: (bundle: Bundle) => set({ phase: { kind: 'running' }, bundle }),
        onEvents: events.add,
      }
      const options = { files, limits: DEFAULT_LIMITS, signal }
      const shown = await runProgram(engine, bench, { ...options, observer })
      events.flush()
      if (isStoppedByReader(shown)) return set({ phase: toPhase(shown) })
      set({ phase: { kind: 'judging' } })
      if (shown.kind === 'ran' && shown.trace.outcome.kind !== 'stopped' && isStart(files, lab))
        set({ baseline: shown.trace })
      const verdicts = await judgeGoals(engine, bench, { ...options, shown })
      set({ phase: toPhase(shown), verdicts })
    } catch (error) {
      if (signal.aborted) return set({ phase: { kind: 'settled', outcome: { kind: 'stopped', by: 'reader' } } })
      set({ phase: { kind: 'broken', message: error instanceof Error ? error.message : String(error) } })
    }
  }

  return {
    store,
    edit: (file, text) => store.setState(({ files }) => ({ files: { ...files, [file]: text }, isEdited: true })),
    select: (activeFile) => store.setState({ activeFile }),
    run,
    stop: () => latest?.abort(),
    reset: () => {
      latest?.abort()
      latest = null
      store.setState(({ baseline }) => ({ ...initial, baseline }))
    },
    dispose: () => {
      latest?.abort()
      latest = null
    },
  }
}

function isStart(files: Files, { start }: Lab): boolean {
  const names = Object.keys(files)
  return names.length === Object.keys(start).length && names.every((name) => files[name] === start[name])
}

function toPhase(run: ProgramRun): RunPhase {
  return run.kind === 'rejected'
    ? { kind: 'rejected', diagnostics: run.diagnostics }
    : { kind: 'settled', outcome: run.trace.outcome }
}

function isStoppedByReader(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'stopped' && run.trace.outcome.by === 'reader'
}

/** Gathers batches and hands out all events so far in the rhythm of `schedule`, so that a flood costs one update a frame. */
function collectEvents(schedule: (callback: () => void) => void, publish: (events: readonly TraceEvent[]) => void) {
  const all: TraceEvent[] = []
  let planned = false
  const flush = () => {
    planned = false
    publish([...all])
  }
  return {
    add: (batch: readonly TraceEvent[]) => {
      for (const event of batch) all.push(event)
      if (planned) return
      planned = true
      schedule(flush)
    },
    flush,
  }
}
