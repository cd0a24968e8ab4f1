/** What each method of the program's console reports. */
import { describe, expect, test } from 'vitest'
import { formatValues } from '../../../../src/runner/worker/console-format.ts'
import { consoleText } from '../../../../src/trace/model/preview-text.ts'
import { runTraced } from '../../../support/small-program.ts'
import { startTracer } from './probe-kit.ts'

/** What a program's calls report of its console. */
function report(program: (console: ReturnType<typeof startTracer>['console']) => void) {
  const { console, events } = startTracer()
  program(console)
  return events.filter(({ kind }) => kind !== 'class-created')
}

/** The lines that calls print, as text. */
function print(program: (console: ReturnType<typeof startTracer>['console']) => void): readonly string[] {
  return report(program).flatMap((event) => (event.kind === 'console' ? [consoleText(event)] : []))
}

test('each level keeps its name', () => {
  const lines = report((console) => {
    for (const level of ['log', 'info', 'debug', 'warn', 'error'] as const) console[level](level)
  })
  expect(lines.map((event) => (event.kind === 'console' ? event.level : event.kind))).toEqual([
    'log',
    'info',
    'debug',
    'warn',
    'error',
  ])
})

test('a call without values prints nothing', () => {
  expect(report((console) => console.log())).toEqual([])
})

describe('a format', () => {
  test.each([
    [['%s is %d', 'it', 3.7], 'it is 3'],
    [['%i %i', '12px', true], '12 NaN'],
    [['%f', '2.50'], '2.5'],
    [['100%% of %s', 'all'], '100% of all'],
    [['100%%'], '100%%'],
    [['%s and %s', 'one'], 'one and %s'],
    [['%s', '%s', 'x'], '%s x'],
    [['%cred%c plain', 'color: red', ''], 'red plain'],
    [['%x %', 1], '%x % 1'],
    [['a', 'b', 3], 'a b 3'],
    [[1, '%s', 2], '1 %s 2'],
    [['%s', undefined], 'undefined'],
    [['', 1], ' 1'],
  ])('is filled in: %s', (values, printed) => {
    expect(print((console) => console.log(...values))).toEqual([printed])
  })

  test('has whole numbers of any size, and no number for a symbol', () => {
    expect(print((console) => console.log('%d %d', 2n ** 64n, Symbol('x')))).toEqual(['18446744073709551616 NaN'])
  })

  test('an object stays a value that can be looked into', () => {
    const [line] = report((console) => console.log('got %o now and %s', { a: 1 }, new Map(), 'more'))
    expect(line).toMatchObject({
      values: [
        { type: 'string', text: 'got' },
        { kind: 'object', entries: [{ key: 'a' }] },
        { type: 'string', text: 'now and' },
        { kind: 'object', of: 'map' },
        { type: 'string', text: 'more' },
      ],
    })
  })

  test('asks no object for its text', () => {
    const told: string[] = []
    const spy = {
      toString: () => {
        told.push('asked')
        return 'text'
      },
    }
    print((console) => console.log('%s %d %i %f', spy, spy, spy, spy))
    report((console) => console.count(spy))
    expect(told).toEqual([])
  })
})

test('what is filled into a format is cut, each time it is filled in', () => {
  const long = 'x'.repeat(1_000_000)
  const [text] = formatValues([`${'%s'.repeat(3)}%d`, long, long, long, 10n ** 50_000n])
  expect(String(text).length).toBeLessThan(10_000)
})

test('a false assertion is an error in the words of the specification, a true one is silent', () => {
  const lines = print((console) => {
    console.assert(true, 'never')
    console.assert(false)
    console.assert(0, 'less than %d', 3)
    console.assert(null, 7, 'x')
    console.assert()
  })
  expect(lines).toEqual([
    'Assertion failed',
    'Assertion failed: less than 3',
    'Assertion failed 7 x',
    'Assertion failed',
  ])
})

test('groups begin and end, and an end without a beginning is nothing', () => {
  const events = report((console) => {
    console.groupEnd()
    console.group('named %s', 'A')
    console.groupCollapsed()
    console.groupEnd()
    console.clear()
    console.groupEnd()
  })
  expect(events).toEqual([
    { kind: 'console-group', values: [{ kind: 'primitive', type: 'string', text: 'named A' }], isCollapsed: false },
    { kind: 'console-group', values: [], isCollapsed: true },
    { kind: 'console-group-ended' },
    { kind: 'console-cleared' },
  ])
})

test('counters count by label, `__proto__` included, and begin anew when told', () => {
  const notes = report((console) => {
    console.count()
    console.count('default')
    console.count('__proto__')
    console.countReset()
    console.count()
    console.countReset('unknown')
  })
  expect(notes).toEqual([
    { kind: 'console-note', label: 'default', note: { kind: 'counted', count: 1 } },
    { kind: 'console-note', label: 'default', note: { kind: 'counted', count: 2 } },
    { kind: 'console-note', label: '__proto__', note: { kind: 'counted', count: 1 } },
    { kind: 'console-note', label: 'default', note: { kind: 'counted', count: 1 } },
    { kind: 'console-note', label: 'unknown', note: { kind: 'no-counter' } },
  ])
})

test('a timer tells how many events passed, never a time', () => {
  const notes = report((console) => {
    console.time()
    console.time()
    console.log('one')
    console.timeLog('default', 'so far')
    console.timeEnd()
    console.timeEnd()
  }).filter(({ kind }) => kind === 'console-note')
  expect(notes).toMatchObject([
    { label: 'default', note: { kind: 'timer-runs-already' } },
    { label: 'default', note: { kind: 'timed', events: 2, values: [{ text: 'so far' }] } },
    { label: 'default', note: { kind: 'timed', events: 3, values: [] } },
    { label: 'default', note: { kind: 'no-timer' } },
  ])
})

test('values beyond the fiftieth come as one array, so that no line is endless', () => {
  const [line] = report((console) => console.log(...Array.from({ length: 10_000 }, (_, index) => index)))
  const values = line?.kind === 'console' ? line.values : []
  expect(values).toHaveLength(51)
  expect(values[50]).toMatchObject({ kind: 'object', of: 'array', omitted: 9_950 - 50 })
})

test('nothing that a program replaces is called', () => {
  const { console, events } = startTracer()
  const called: string[] = []
  const spyOn = (name: string) => () => {
    called[called.length] = name
  }
  const replaced = [
    [Array.prototype, 'push'],
    [Array.prototype, 'map'],
    [Array.prototype, 'slice'],
    [Array.prototype, 'join'],
    [String.prototype, 'slice'],
    [String.prototype, 'replace'],
    [String.prototype, 'charAt'],
    [globalThis, 'parseInt'],
    [globalThis, 'parseFloat'],
    [globalThis, 'String'],
  ] as const
  const originals = replaced.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {})
  try {
    for (const [owner, name] of replaced) {
      Object.defineProperty(owner, name, { configurable: true, value: spyOn(name) })
    }
    console.log('%s %d %f %o', 'a', '2', '3', { a: 1 })
    console.table([{ a: 1 }, [2]], ['a'])
    console.group('g')
    console.groupEnd()
    console.count('c')
    console.time()
    console.timeEnd()
    console.assert(false, 'x', 1)
  } finally {
    for (const [index, [owner, name]] of replaced.entries()) Object.defineProperty(owner, name, originals[index] ?? {})
  }
  expect(called).toEqual([])
  expect(events.filter(({ kind }) => kind !== 'class-created')).toHaveLength(7)
})

test('a trace tells the way to its call in the lines of the program', async () => {
  const { events } = await runTraced({
    'main.ts': 'import { outer } from "./other.ts"\nouter()',
    'other.ts': 'export function outer() {\n  inner()\n}\nfunction inner() {\n  console.trace("here")\n}',
  })
  expect(events.find(({ kind }) => kind === 'console-traced')).toMatchObject({
    values: [{ text: 'here' }],
    frames: [
      { function: 'inner', file: 'other.ts', line: 5 },
      { function: 'outer', file: 'other.ts', line: 2 },
      { file: 'main.ts', line: 2 },
    ],
  })
})

test('a trace says nothing of its way where the program would see that its stack is read', async () => {
  const { events, lines } = await runTraced({
    'main.ts':
      'Error.prepareStackTrace = () => console.log("seen")\nconsole.trace()\nError.prepareStackTrace = undefined',
  })
  expect(events.find(({ kind }) => kind === 'console-traced')).toMatchObject({ values: [], frames: [] })
  expect(lines).toEqual([])
})
