import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_LIMITS, type Limits, type RunMessage } from '#src/runner/protocol.ts'
import { type Cell, createRunner } from '#src/runner/run.ts'
import type { TraceEvent } from '#src/trace/events.ts'

/** A cell whose worker is the test. */
function fakeCell() {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const sent: RunMessage[] = []
  const terminate = vi.fn()
  let die: (why: string) => void = () => {}
  const cell: Cell = {
    port: {
      postMessage: (message) => sent.push(message as RunMessage),
      addEventListener: (_type, listener) => listeners.push(listener),
      start: () => {},
    },
    terminate,
    onDeath: (listener) => {
      die = listener
    },
  }
  return {
    cell,
    sent,
    terminate,
    die: (why: string) => die(why),
    answer: (data: unknown) => {
      for (const listener of listeners) listener({ data })
    },
  }
}

const PROGRAM = { code: '', map: '' }
const EVENT: TraceEvent = { kind: 'truncated', what: 'events', dropped: 1 }

function batch(run: number, event: unknown) {
  return { type: 'events', run, events: [event] }
}

function heavy(): unknown {
  const entry = { key: 'k'.repeat(2_000), value: { kind: 'function', name: 'f'.repeat(2_000) } }
  const value = { kind: 'object', of: 'plain', name: '', class: null, entries: [entry, entry], omitted: 0 }
  return { kind: 'console', level: 'log', values: new Array(900).fill(value) }
}

interface StartOptions {
  readonly time?: number
  readonly limits?: Partial<Limits>
  readonly signal?: AbortSignal
}

function start(cell: Cell, { time = 60_000, limits = {}, signal = new AbortController().signal }: StartOptions = {}) {
  const events: TraceEvent[] = []
  const outcome = createRunner(async () => cell).run({
    program: PROGRAM,
    limits: { ...DEFAULT_LIMITS, time, ...limits },
    signal,
    onEvents: (batch) => events.push(...batch),
  })
  return { events, outcome }
}

/** Lets the runner open its cell. */
const opened = () => new Promise((resolve) => setImmediate(resolve))

describe('createRunner', () => {
  test('passes on events and settles with the outcome of the worker', async () => {
    const { cell, answer, sent, terminate } = fakeCell()
    const { events, outcome } = start(cell)
    await opened()
    const run = sent[0]?.run
    answer({ type: 'events', run, events: [EVENT] })
    answer({ type: 'settled', run, outcome: { kind: 'completed' } })
    expect(await outcome).toEqual({ kind: 'completed' })
    expect(events).toEqual([EVENT])
    expect(terminate).toHaveBeenCalledOnce()
  })

  test.each([
    ['a message of another run', (run: number) => ({ type: 'events', run: run + 1, events: [EVENT] })],
    ['an event of no known kind', (run: number) => ({ type: 'events', run, events: [{ kind: 'goals-met' }] })],
    ['an event with a field of the wrong type', (run: number) => batch(run, { ...EVENT, dropped: 'many' })],
    ['a batch with a hole in it', (run: number) => ({ type: 'events', run, events: new Array(3) })],
    ['an empty batch', (run: number) => ({ type: 'events', run, events: [] })],
    ['a batch that is too large', (run: number) => ({ type: 'events', run, events: new Array(1_000).fill(EVENT) })],
    ['an event that is too heavy', (run: number) => batch(run, heavy())],
    ['an end of no known kind', (run: number) => ({ type: 'settled', run, outcome: { kind: 'triumphed' } })],
    [
      'a claim to have been stopped',
      (run: number) => ({ type: 'settled', run, outcome: { kind: 'stopped', by: 'reader' } }),
    ],
    ['nothing', () => null],
    ['a text', () => 'settled'],
  ])('a worker that sends %s ends its run, and no claim of success comes after', async (_what, forge) => {
    const { cell, answer, sent, terminate } = fakeCell()
    const { events, outcome } = start(cell)
    await opened()
    const run = Number(sent[0]?.run)
    answer(forge(run))
    answer({ type: 'settled', run, outcome: { kind: 'completed' } })
    expect(await outcome).toMatchObject({ kind: 'failed', error: { name: 'RunnerError' } })
    expect(events).toEqual([])
    expect(terminate).toHaveBeenCalledOnce()
  })

  test('a worker cannot send more events than the limits allow, however small its batches', async () => {
    const { cell, answer, sent } = fakeCell()
    const { events, outcome } = start(cell, { limits: { events: 10, consoleLines: 5 } })
    await opened()
    for (let count = 0; count < 100; count += 1) answer(batch(Number(sent[0]?.run), EVENT))
    expect(await outcome).toMatchObject({ kind: 'failed', error: { name: 'RunnerError' } })
    expect(events.length).toBeLessThan(40)
  })

  test('hears nothing after it has settled', async () => {
    const { cell, answer, sent } = fakeCell()
    const { events, outcome } = start(cell)
    await opened()
    const run = sent[0]?.run
    answer({ type: 'settled', run, outcome: { kind: 'completed' } })
    answer({ type: 'events', run, events: [EVENT] })
    await outcome
    expect(events).toEqual([])
  })

  test('the watchdog stops a run that does not answer', async () => {
    const { cell, terminate } = fakeCell()
    expect(await start(cell, { time: 1 }).outcome).toEqual({ kind: 'stopped', by: 'watchdog' })
    expect(terminate).toHaveBeenCalledOnce()
  })

  test('aborting stops the run at once, also before its cell is open', async () => {
    const { cell, terminate } = fakeCell()
    const control = new AbortController()
    const { outcome } = start(cell, { signal: control.signal })
    control.abort()
    expect(await outcome).toEqual({ kind: 'stopped', by: 'reader' })
    expect(terminate).toHaveBeenCalledOnce()
  })

  test('a cell that dies fails the run and says why', async () => {
    const { cell, die } = fakeCell()
    const { outcome } = start(cell)
    await opened()
    die('out of memory')
    expect(await outcome).toMatchObject({ kind: 'failed', error: { message: 'out of memory' } })
  })
})
