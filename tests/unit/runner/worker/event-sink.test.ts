import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
import { createEventSink } from '#src/runner/worker/event-sink.ts'
import type { TraceEvent } from '#src/trace/events.ts'

const LINE: TraceEvent = { kind: 'console', level: 'log', values: [] }
const TRANSITION: TraceEvent = {
  kind: 'task-transition',
  process: 'scheduler',
  key: 'a',
  start: 'released',
  finish: 'waiting',
}

/** A sink whose clock and later tasks are the test's. */
function open(limits = DEFAULT_LIMITS) {
  const batches: (readonly TraceEvent[])[] = []
  const planned: (() => void)[] = []
  let time = 0
  const sink = createEventSink({
    limits,
    post: (events) => batches.push(events),
    later: (callback) => planned.push(callback),
    now: () => time,
  })
  return {
    sink,
    batches,
    planned,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

describe('the event sink', () => {
  test('the first events go out one by one, later ones in batches', () => {
    const { sink, batches, planned } = open()
    for (let index = 0; index < 205; index += 1) sink.emit(TRANSITION)
    expect(batches).toHaveLength(200)
    for (const callback of planned) callback()
    expect(batches.at(-1)).toHaveLength(5)
  })

  test('an old batch goes out with the next event, even if no later task gets its turn', () => {
    const { sink, batches, pass } = open()
    for (let index = 0; index < 201; index += 1) sink.emit(TRANSITION)
    pass(17)
    sink.emit(TRANSITION)
    expect(batches.at(-1)).toHaveLength(2)
  })

  test('a full batch goes out at once', () => {
    const { sink, batches } = open()
    for (let index = 0; index < 200 + 256; index += 1) sink.emit(TRANSITION)
    expect(batches.at(-1)).toHaveLength(256)
  })

  test('what exceeds a limit is counted and told once, at the end', () => {
    const { sink, batches } = open({ ...DEFAULT_LIMITS, consoleLines: 2, events: 1 })
    for (let index = 0; index < 5; index += 1) sink.emit(LINE)
    for (let index = 0; index < 3; index += 1) sink.emit(TRANSITION)
    sink.flush()
    expect(batches.flat()).toEqual([
      LINE,
      LINE,
      TRANSITION,
      { kind: 'truncated', what: 'console', dropped: 3 },
      { kind: 'truncated', what: 'events', dropped: 2 },
    ])
  })

  test('groups and tables count as lines of the console', () => {
    const { sink, batches } = open({ ...DEFAULT_LIMITS, consoleLines: 1 })
    sink.emit({ kind: 'console-group', values: [], isCollapsed: false })
    sink.emit({ kind: 'console-table', columns: [], rows: [], omittedColumns: 0, omittedRows: 0 })
    sink.emit({ kind: 'console-group-ended' })
    sink.flush()
    expect(batches.flat().slice(1)).toEqual([{ kind: 'truncated', what: 'console', dropped: 2 }])
  })

  test('how a program died is told even when the limit is reached', () => {
    const { sink, batches } = open({ ...DEFAULT_LIMITS, events: 0 })
    const death: TraceEvent = {
      kind: 'uncaught',
      error: { name: 'Error', message: 'last words', frames: [], cause: null },
    }
    sink.emit(TRANSITION)
    sink.emit(death)
    expect(batches.flat()).toEqual([death])
  })
})
