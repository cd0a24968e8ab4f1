/** The contract of the run worker, through a real thread: what a program does is what is reported. */
import { afterAll, describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '#src/runner/protocol.ts'
import { startNodeRunner } from '#src/runner/runner-node.ts'
import type { Outcome, TraceEvent } from '#src/trace/events.ts'
import type { Preview } from '#src/trace/preview.ts'

const runner = startNodeRunner()
afterAll(() => runner.dispose())

const NO_MAP = JSON.stringify({ version: 3, sources: [], names: [], mappings: '' })

async function run(code: string, limits: Partial<Limits> = {}) {
  const events: TraceEvent[] = []
  const outcome: Outcome = await runner.run({
    program: { code, map: NO_MAP },
    limits: { ...DEFAULT_LIMITS, time: 30_000, ...limits },
    signal: new AbortController().signal,
    onEvents: (batch) => events.push(...batch),
  })
  return { events, outcome, printed: printed(events) }
}

function printed(events: readonly TraceEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'console' ? [event.values.map(textOf).join(' ')] : []))
}

function textOf(value: Preview): string {
  return value.kind === 'primitive' ? value.text : value.kind
}

describe('a program in a worker', () => {
  test('prints, and completes', async () => {
    const { outcome, printed } = await run("console.log('one', 2); console.warn('three')")
    expect(outcome).toEqual({ kind: 'completed' })
    expect(printed).toEqual(['one 2', 'three'])
  })

  test('may await at top level', async () => {
    expect((await run('console.log(await Promise.resolve(7))')).printed).toEqual(['7'])
  })

  test('runs in strict mode, as modules do', async () => {
    expect((await run('console.log((function () { return this })() === undefined)')).printed).toEqual(['true'])
  })

  test('finds neither `arguments` nor a `this`, as a module does not', async () => {
    const { printed } = await run('console.log(typeof arguments, typeof __doppelclass, (() => typeof this)())')
    expect(printed[0]?.startsWith('undefined object')).toBe(true)
  })

  test('completes only when its timers have fired and its promises have settled', async () => {
    const { printed } = await run(`
      setTimeout(() => { console.log('timer'); Promise.resolve().then(() => setTimeout(() => console.log('nested'), 1)) }, 5)
      const interval = setInterval(() => { console.log('interval'); clearInterval(interval) }, 1)
      const never = setTimeout(() => console.log('never'), 1000)
      clearTimeout(never)
    `)
    expect(printed.sort()).toEqual(['interval', 'nested', 'timer'])
  })

  test('fails with what it throws', async () => {
    const { outcome, events } = await run("console.log('before'); throw new RangeError('too far')")
    expect(outcome).toMatchObject({ kind: 'failed', error: { name: 'RangeError', message: 'too far' } })
    expect(events.at(-1)).toMatchObject({ kind: 'uncaught', error: { name: 'RangeError' } })
  })

  test('reports errors in callbacks and rejections that nobody handles, and goes on', async () => {
    const { outcome, events, printed } = await run(`
      setTimeout(() => { throw new Error('in a timer') }, 0)
      Promise.reject(new Error('unhandled'))
      setTimeout(() => console.log('still here'), 20)
    `)
    expect(outcome).toEqual({ kind: 'completed' })
    expect(printed).toEqual(['still here'])
    const messages = events.flatMap((event) => (event.kind === 'uncaught' ? [event.error.message] : []))
    expect(messages.sort()).toEqual(['in a timer', 'unhandled'])
  })

  test('an endless loop is stopped by the watchdog, what it printed before is kept, and the next run works', async () => {
    const { outcome, printed } = await run("console.log('before'); while (true) {}", { time: 300 })
    expect(outcome).toEqual({ kind: 'stopped', by: 'watchdog' })
    expect(printed).toEqual(['before'])
    expect((await run("console.log('next')")).printed).toEqual(['next'])
  })

  test('all that a console can say comes through, and is the same each time', async () => {
    const code = `
      console.time(); console.group('a'); console.table([{ x: 1 }]); console.trace('here'); console.count()
      console.groupEnd(); console.clear()
      await new Promise((resolve) => setTimeout(resolve, 5))
      console.timeEnd()`
    const { events } = await run(code)
    const kinds = events.map(({ kind }) => kind).filter((kind) => kind.startsWith('console'))
    expect(kinds).toEqual([
      'console-group',
      'console-table',
      'console-traced',
      'console-note',
      'console-group-ended',
      'console-cleared',
      'console-note',
    ])
    expect((await run(code)).events).toEqual(events)
  })

  test('console lines beyond the limit are counted, not kept', async () => {
    const code = 'for (let i = 0; i < 5000; i++) console.log(i)'
    expect((await run(code)).printed, 'unless another limit is asked for').toHaveLength(1000)
    const { events, printed } = await run(code, { consoleLines: 100 })
    expect(printed).toHaveLength(100)
    expect(events.at(-1)).toEqual({ kind: 'truncated', what: 'console', dropped: 4900 })
  })

  test('a text that is no program fails with a SyntaxError', async () => {
    expect((await run('let let = 1')).outcome).toMatchObject({ kind: 'failed', error: { name: 'SyntaxError' } })
  })
})
