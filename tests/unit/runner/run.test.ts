import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_LIMITS, type RunMessage } from '#src/runner/protocol.ts'
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

function start(cell: Cell, { time = 60_000, signal = new AbortController().signal } = {}) {
  const events: TraceEvent[] = []
  const outcome = createRunner(async () => cell).run({
    program: PROGRAM,
    limits: { ...DEFAULT_LIMITS, time },
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

  test('drops what carries the id of another run, and what is no message', async () => {
    const { cell, answer, sent } = fakeCell()
    const { events, outcome } = start(cell)
    await opened()
    const run = Number(sent[0]?.run)
    answer({ type: 'settled', run: run + 1, outcome: { kind: 'failed' } })
    answer({ type: 'events', run: run + 1, events: [EVENT] })
    answer({ type: 'events', run, events: [{ kind: 'goals-met' }] })
    answer({ type: 'settled', run, outcome: { kind: 'triumphed' } })
    for (const junk of [null, undefined, 3, 'settled', [], { type: 'settled' }]) answer(junk)
    answer({ type: 'settled', run, outcome: { kind: 'completed' } })
    expect(await outcome).toEqual({ kind: 'completed' })
    expect(events).toEqual([])
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
