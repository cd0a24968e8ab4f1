/** One lab as its reader has it open: edit, run, stop, reset. The only place that holds its state, and where the latest run wins. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagnostic } from '../bundler/bundle-types.ts'
import { DEFAULT_LIMITS, type Limits } from '../runner/protocol.ts'
import type { Outcome, Trace, TraceEvent } from '../trace/events.ts'
import { collectEvents } from './collect-events.ts'
import type { ProgramRun } from './goals.ts'
import { type Bundle, type Engine, type GoalVerdict, runProgram } from './judge.ts'
import { createLiveRuns, LIVE_DELAY, type Timer } from './live-runs.ts'
import type { PackageShelf } from './mount.ts'
import { isSameProject, type Project } from './project.ts'

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
  readonly project: Project
  readonly activeFile: string
  readonly phase: RunPhase
  /** What the latest run that was bundled reported so far. A new array for each batch. */
  readonly events: readonly TraceEvent[]
  /** What that run was made of; null before there is one. */
  readonly bundle: Bundle | null
  /** Whether events and bundle are those of an earlier run, because the latest is not bundled yet or could not be. */
  readonly isOld: boolean
  /** Empty until the goals have been judged once. */
  readonly verdicts: readonly GoalVerdict[]
  /** Whether the project has changed since the latest run began. */
  readonly isEdited: boolean
  /** Whether an edit runs the program again by itself, once it has been run by hand. */
  readonly isLive: boolean
  /** The latest run of the untouched start that came to its end: what the reader's own can be compared with. */
  readonly baseline: Trace | null
  /** What the latest reset put aside, or what was there before that was brought back; null where nothing was. */
  readonly discarded: Project | null
}

export interface LabSession {
  readonly store: StoreApi<LabState>
  /** The project as it was given, untouched. */
  readonly start: Project
  readonly edit: (file: string, text: string) => void
  /** Any other change of the project, or a whole new one. */
  readonly change: (change: (project: Project) => Project) => void
  readonly select: (file: string) => void
  readonly run: () => Promise<void>
  readonly stop: () => void
  readonly reset: () => void
  /** Puts another project in place of the reader's, which is kept as what reset threw away. */
  readonly replace: (project: Project) => void
  /** Brings back what was thrown away; done again, it goes back again. */
  readonly undoReset: () => void
  /** Puts kept work in place of what is shown. */
  readonly restore: (kept: Pick<LabState, 'project' | 'activeFile' | 'discarded'>) => void
  readonly setLive: (isLive: boolean) => void
  readonly dispose: () => void
}

/** What is needed to run, once it is loaded. */
export interface Workshop {
  readonly engine: Engine
  readonly shelf: PackageShelf
  /** Gives the verdict on every goal; null where there are no goals. */
  readonly judge:
    | ((options: {
        project: Project
        limits: Limits
        signal: AbortSignal
        shown: ProgramRun
      }) => Promise<readonly GoalVerdict[]>)
    | null
}

export interface SessionOptions {
  readonly start: Project
  /** The file that is open at first. */
  readonly focus: string
  /** Brings in what is needed to run: called at the first run, and again if it failed. */
  readonly load: () => Promise<Workshop>
  /** Calls back soon, at most once a frame: events are shown in that rhythm. */
  readonly schedule?: (callback: () => void) => void
  readonly timer?: Timer
}

export function createLabSession({ start, focus, load, schedule = queueMicrotask, timer }: SessionOptions): LabSession {
  const store = createStore<LabState>(() => ({
    ...UNTOUCHED,
    project: start,
    activeFile: focus,
    isLive: true,
    baseline: null,
    discarded: null,
  }))
  let loaded: Promise<Workshop> | null = null
  let latest: AbortController | null = null

  const loadOnce = () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null
      throw error
    })
    return loaded
  }

  const run = async (by: 'reader' | 'edit') => {
    live.cancel()
    latest?.abort()
    const control = new AbortController()
    latest = control
    const { signal } = control
    // A superseded run may still be on its way through the bundler; nothing of it reaches the state.
    const set = (change: Partial<LabState>) => {
      if (latest === control) store.setState(change)
    }
    const events = collectEvents(schedule, (all) => set({ events: all }))
    const { project, bundle: before } = store.getState()
    set({ phase: { kind: 'loading' }, isOld: before !== null, isEdited: false })
    try {
      const { engine, shelf, judge } = await loadOnce()
      set({ phase: { kind: 'bundling' } })
      const observer = {
        onBundled: (bundle: Bundle) => set({ phase: { kind: 'running' }, bundle, events: [], isOld: false }),
        onEvents: events.add,
      }
      const options = { project, limits: DEFAULT_LIMITS, signal }
      const shown = await runProgram(engine, { shelf }, { ...options, observer })
      events.flush()
      // While the reader is in the middle of a word, the verdicts on the last good program stay.
      const isMidWord = by === 'edit' && shown.kind === 'rejected'
      if (judge === null || isMidWord || isStoppedByReader(shown)) return set({ phase: toPhase(shown) })
      set({ phase: { kind: 'judging' } })
      if (shown.kind === 'ran' && shown.trace.outcome.kind !== 'stopped' && isSameProject(project, start))
        set({ baseline: shown.trace })
      const verdicts = await judge({ ...options, shown })
      set({ phase: toPhase(shown), verdicts })
    } catch (error) {
      if (signal.aborted) return set({ phase: { kind: 'settled', outcome: { kind: 'stopped', by: 'reader' } } })
      set({ phase: { kind: 'broken', message: error instanceof Error ? error.message : String(error) } })
    }
  }

  const abandon = () => {
    live.cancel()
    latest?.abort()
    latest = null
  }

  const live = createLiveRuns(() => void run('edit'), { delay: LIVE_DELAY, timer })
  const change = (next: (project: Project) => Project) => {
    store.setState(({ project: before, activeFile }) => {
      const project = next(before)
      // The open file may be gone.
      return {
        project,
        activeFile: Object.hasOwn(project.files, activeFile) ? activeFile : project.entry,
        isEdited: true,
      }
    })
    const { isLive, phase } = store.getState()
    if (isLive && phase.kind !== 'idle') live.plan()
  }
  const restore: LabSession['restore'] = ({ project, activeFile, discarded }) => {
    abandon()
    const open = [activeFile, focus].find((file) => project.files[file] !== undefined)
    store.setState({ ...UNTOUCHED, project, activeFile: open ?? project.entry, discarded })
  }
  const startOver = (project: Project, discarded: Project) => restore({ project, activeFile: focus, discarded })

  return {
    store,
    start,
    edit: (file, text) => change((project) => ({ ...project, files: { ...project.files, [file]: text } })),
    change,
    select: (activeFile) => store.setState({ activeFile }),
    run: () => run('reader'),
    stop: () => {
      live.cancel()
      latest?.abort()
    },
    reset: () => {
      const { project, discarded } = store.getState()
      startOver(start, isSameProject(project, start) && discarded !== null ? discarded : project)
    },
    replace: (next) => startOver(next, store.getState().project),
    undoReset: () => {
      const { project, discarded } = store.getState()
      if (discarded !== null) startOver(discarded, project)
    },
    restore,
    setLive: (isLive) => {
      if (!isLive) live.cancel()
      store.setState({ isLive })
    },
    dispose: abandon,
  }
}

/** What a run leaves behind, before there was one. */
const UNTOUCHED = {
  phase: { kind: 'idle' },
  events: [],
  bundle: null,
  isOld: false,
  verdicts: [],
  isEdited: false,
} as const satisfies Partial<LabState>

function toPhase(run: ProgramRun): RunPhase {
  return run.kind === 'rejected'
    ? { kind: 'rejected', diagnostics: run.diagnostics }
    : { kind: 'settled', outcome: run.trace.outcome }
}

function isStoppedByReader(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'stopped' && run.trace.outcome.by === 'reader'
}
