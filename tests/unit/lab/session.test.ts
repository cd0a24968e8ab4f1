import { describe, expect, test } from 'vitest'
import { type BundleRequest, type BundleResult, DEFAULT_BUILD } from '#src/bundler/bundle-types.ts'
import { MET } from '#src/lab/goals.ts'
import type { Project } from '#src/lab/project.ts'
import { createLabSession } from '#src/lab/session.ts'
import type { RunRequest } from '#src/runner/run.ts'
import type { Outcome, TraceEvent } from '#src/trace/events.ts'

const start: Project = {
  dask: '2024.7.1',
  packages: [],
  entry: 'main.ts',
  files: { 'main.ts': 'start' },
  links: {},
  build: DEFAULT_BUILD,
}
const shelf = { packages: { distributed: { files: {}, links: {} } }, versions: { '2024.7.1': '' } }
const judge = async () => [{ goal: 'works', verdict: MET }]
const LOGGED: TraceEvent = { kind: 'console', level: 'log', values: [] }

/** A session whose bundler and runner answer when the test says so. */
function open() {
  const bundles: { request: BundleRequest; answer: (result: BundleResult) => void }[] = []
  const runs: { request: RunRequest; answer: (outcome: Outcome) => void }[] = []
  const engine = {
    bundler: {
      bundle: (request: BundleRequest, signal: AbortSignal) =>
        new Promise<BundleResult>((answer, fail) => {
          signal.addEventListener('abort', () => fail(signal.reason))
          bundles.push({ request, answer })
        }),
      dispose: () => {},
    },
    runner: {
      run: (request: RunRequest) =>
        new Promise<Outcome>((answer) => {
          request.signal.addEventListener('abort', () => answer({ kind: 'stopped', by: 'reader' }))
          runs.push({ request, answer })
        }),
      dispose: () => {},
    },
  }
  const timers: (() => void)[] = []
  const session = createLabSession({
    start,
    focus: 'main.ts',
    load: async () => ({ engine, shelf, judge }),
    timer: (_, callback) => {
      timers.push(callback)
      return () => timers.splice(timers.indexOf(callback), 1)
    },
  })
  return { session, state: session.store.getState, bundles, runs, timers }
}

const BUNDLED: BundleResult = { kind: 'bundled', code: '', map: '', modules: [], warnings: [] }
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a lab session', () => {
  test('opens the entry where the open file is no longer there', () => {
    const { session, state } = open()
    session.change((project) => ({ ...project, files: { ...project.files, 'kit.ts': '' } }))
    session.select('kit.ts')
    session.change((project) => ({ ...project, files: { 'main.ts': '' } }))
    expect(state().activeFile).toBe('main.ts')
  })

  test('goes from bundling to a verdict on every goal', async () => {
    const { session, state, bundles, runs } = open()
    const done = session.run()
    await turn()
    expect(state().phase.kind).toBe('bundling')
    bundles[0]?.answer(BUNDLED)
    await turn()
    expect(state().phase.kind).toBe('running')
    runs[0]?.request.onEvents([LOGGED])
    runs[0]?.answer({ kind: 'completed' })
    await done
    expect(state()).toMatchObject({
      phase: { kind: 'settled', outcome: { kind: 'completed' } },
      events: [LOGGED],
      verdicts: [{ goal: 'works', verdict: { met: true } }],
    })
  })

  test('the latest run wins: nothing of an earlier one reaches the state', async () => {
    const { session, state, bundles, runs } = open()
    const first = session.run()
    await turn()
    bundles[0]?.answer(BUNDLED)
    await turn()
    const second = session.run()
    runs[0]?.request.onEvents([LOGGED])
    await first
    await turn()
    expect(state()).toMatchObject({ phase: { kind: 'bundling' }, events: [] })
    bundles[1]?.answer(BUNDLED)
    await turn()
    runs[1]?.answer({ kind: 'completed' })
    await second
    expect(state()).toMatchObject({ phase: { kind: 'settled', outcome: { kind: 'completed' } }, events: [] })
  })

  test('stop settles as stopped by the reader, while bundling and while running', async () => {
    const { session, state, bundles } = open()
    const bundling = session.run()
    await turn()
    session.stop()
    await bundling
    expect(state().phase).toEqual({ kind: 'settled', outcome: { kind: 'stopped', by: 'reader' } })
    const running = session.run()
    await turn()
    bundles[1]?.answer(BUNDLED)
    await turn()
    session.stop()
    await running
    expect(state().phase).toEqual({ kind: 'settled', outcome: { kind: 'stopped', by: 'reader' } })
  })

  test('what the bundler rejects is shown with its diagnostics', async () => {
    const { session, state, bundles } = open()
    const done = session.run()
    await turn()
    const diagnostics = [{ severity: 'error', text: 'Could not resolve "./x"', notes: [], at: null }] as const
    bundles[0]?.answer({ kind: 'rejected', diagnostics })
    await done
    expect(state().phase).toEqual({ kind: 'rejected', diagnostics })
  })

  test('editing marks the result as old; reset brings back the start and stops the run', async () => {
    const { session, state, runs, bundles } = open()
    const done = session.run()
    await turn()
    bundles[0]?.answer(BUNDLED)
    await turn()
    session.edit('main.ts', 'mine')
    expect(state()).toMatchObject({ project: { files: { 'main.ts': 'mine' } }, isEdited: true })
    session.reset()
    await done
    expect(runs[0]?.request.signal.aborted).toBe(true)
    expect(state()).toMatchObject({ project: start, isEdited: false, phase: { kind: 'idle' } })
  })

  test('a finished run of the untouched start is kept to compare with, through edits and a reset', async () => {
    const { session, state, bundles, runs } = open()
    const run = async (outcome: Outcome) => {
      const done = session.run()
      await turn()
      bundles.at(-1)?.answer(BUNDLED)
      await turn()
      runs.at(-1)?.request.onEvents([{ ...LOGGED }])
      runs.at(-1)?.answer(outcome)
      await done
    }
    await run({ kind: 'stopped', by: 'watchdog' })
    expect(state().baseline).toBeNull()
    await run({ kind: 'completed' })
    const { baseline, events } = state()
    expect(baseline).toEqual({ events, outcome: { kind: 'completed' } })
    session.edit('main.ts', 'mine')
    await run({ kind: 'completed' })
    session.reset()
    expect(state().baseline).toBe(baseline)
    await run({ kind: 'completed' })
    expect(state().baseline?.events[0]).toBe(state().events[0])
    expect(state().baseline).not.toBe(baseline)
  })

  test('a failure to load is told, and the next run tries again', async () => {
    let attempts = 0
    const load = async () => {
      attempts += 1
      throw new Error('offline')
    }
    const session = createLabSession({ start, focus: 'main.ts', load })
    await session.run()
    expect(session.store.getState().phase).toEqual({ kind: 'broken', message: 'offline' })
    await session.run()
    expect(attempts).toBe(2)
  })

  test('what a reset threw away can be brought back, and thrown away again', async () => {
    const { session, state } = open()
    session.edit('main.ts', 'mine')
    session.reset()
    session.undoReset()
    expect(state()).toMatchObject({ project: { files: { 'main.ts': 'mine' } }, phase: { kind: 'idle' } })
    session.undoReset()
    expect(state().project).toEqual(start)
  })

  test('a second reset does not lose what the first one kept', () => {
    const { session, state } = open()
    session.edit('main.ts', 'mine')
    session.reset()
    session.reset()
    session.undoReset()
    expect(state().project.files['main.ts']).toBe('mine')
  })
})

describe('live runs', () => {
  async function finishRun({ bundles, runs }: ReturnType<typeof open>, answer: BundleResult = BUNDLED) {
    await turn()
    bundles.at(-1)?.answer(answer)
    await turn()
    if (answer.kind === 'bundled') {
      runs.at(-1)?.request.onEvents([{ ...LOGGED }])
      runs.at(-1)?.answer({ kind: 'completed' })
    }
    await turn()
  }
  const REJECTED: BundleResult = { kind: 'rejected', diagnostics: [] }

  test('an edit before the first run starts nothing', () => {
    const { session, timers } = open()
    session.edit('main.ts', 'mine')
    expect(timers).toEqual([])
  })

  test('after the first run an edit runs the program again, once for a burst of edits', async () => {
    const opened = open()
    const { session, state, bundles, timers } = opened
    void session.run()
    await finishRun(opened)
    for (const text of ['m', 'mi', 'mine']) session.edit('main.ts', text)
    expect(timers).toHaveLength(1)
    timers.pop()?.()
    await finishRun(opened)
    expect(bundles).toHaveLength(2)
    expect(bundles[1]?.request.disk['/project/main.ts']).toEqual({ kind: 'file', text: 'mine' })
    expect(state()).toMatchObject({ phase: { kind: 'settled' }, isEdited: false })
  })

  test('while an edit does not compile, the last results and verdicts stay, marked as old', async () => {
    const opened = open()
    const { session, state, timers } = opened
    void session.run()
    await finishRun(opened)
    const { events, verdicts } = state()
    session.edit('main.ts', 'min')
    timers.pop()?.()
    await finishRun(opened, REJECTED)
    expect(state()).toMatchObject({ phase: { kind: 'rejected' }, isOld: true })
    expect(state().events).toBe(events)
    expect(state().verdicts).toBe(verdicts)
    session.edit('main.ts', 'mine')
    timers.pop()?.()
    await finishRun(opened)
    expect(state()).toMatchObject({ phase: { kind: 'settled' }, isOld: false })
    expect(state().events).not.toBe(events)
  })

  test('switched off, an edit starts nothing, and what was planned is called off', async () => {
    const opened = open()
    const { session, timers } = opened
    void session.run()
    await finishRun(opened)
    session.edit('main.ts', 'mine')
    session.setLive(false)
    expect(timers).toEqual([])
    session.edit('main.ts', 'more')
    expect(timers).toEqual([])
  })

  test('Stop and a run by hand call off the planned run', async () => {
    const opened = open()
    const { session, timers } = opened
    void session.run()
    await finishRun(opened)
    session.edit('main.ts', 'mine')
    session.stop()
    expect(timers).toEqual([])
    session.edit('main.ts', 'more')
    void session.run()
    expect(timers).toEqual([])
    await finishRun(opened)
  })
})
