/** Thrown values become reports whose frames lie in the source files. */
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { createErrorReporter } from '../../../../src/runner/worker/stack.ts'

const SOURCE = `type Ignored = {
  a: string
}
export function outer(value: number): never {
  return inner(value)
}
function inner(value: number): never { throw new Error(\`no \${value}\`) }
`
const { code, map } = transformSync(SOURCE, {
  loader: 'ts',
  sourcemap: 'external',
  sourcefile: 'src/main.ts',
  sourcesContent: false,
})

/** Where a text stands in the code, as engines say it: after one line of wrapping. */
function at(text: string): string {
  const before = code.slice(0, code.indexOf(text)).split('\n')
  return `${before.length + 1}:${(before.at(-1) ?? '').length + 1}`
}

function thrownAt(stack: string, message = 'no 1') {
  return Object.assign(new Error(message), { stack })
}

const report = createErrorReporter(map, { lineOffset: 1, script: 'bundle.js' })
const MAPPED = [
  { function: 'inner', file: 'src/main.ts', line: 7, column: 46 },
  { function: 'outer', file: 'src/main.ts', line: 5, column: 10 },
]

describe('frames', () => {
  test('of V8 are mapped, those of other scripts left out', () => {
    const stack = `Error: no 1
    at inner (bundle.js:${at('new Error')})
    at Object.instanceof (file:///app/tracer.ts:3:4)
    at outer (bundle.js:${at('inner(value);')})
    at Array.map (<anonymous>)
    at async bundle.js:1:2
    at async serve (node:internal/serve:1:1)`
    expect(report(thrownAt(stack)).frames).toEqual(MAPPED)
  })

  test('of Firefox are mapped, their marks of waiting taken off', () => {
    const stack = `inner@bundle.js:${at('new Error')}\nasync*outer@bundle.js:${at('inner(value);')}\nexecute@blob:null/1-2:1:2\n`
    expect(report(thrownAt(stack)).frames).toEqual(MAPPED)
  })

  test('of a script at a blob address are known by that address', () => {
    const fromBlob = createErrorReporter(map, { lineOffset: 1, script: 'blob:null/77-a' })
    const stack = `Error: no 1\n    at inner (blob:null/77-a:${at('new Error')})\n    at run (blob:null/11-b:${at('new Error')})`
    expect(fromBlob(thrownAt(stack)).frames).toEqual(MAPPED.slice(0, 1))
  })

  test('are not taken from a message that looks like them', () => {
    const message = `no\n    at forged (bundle.js:${at('new Error')})`
    const stack = `Error: ${message}\n    at outer (bundle.js:${at('inner(value);')})`
    expect(report(thrownAt(stack, message)).frames).toEqual(MAPPED.slice(1))
  })

  test('have no name where the reader gave none', () => {
    const place = at('new Error')
    const stack = `Error: no 1
    at bundle.js:${place}
    at self.__doppelclassProgram (bundle.js:${place})
    at eval (bundle.js:${place})
    at async bundle.js:${place}
    at new Kind (bundle.js:${place})
    at async Kind.method (bundle.js:${place})`
    expect(report(thrownAt(stack)).frames.map((frame) => frame.function)).toEqual([
      null,
      null,
      null,
      null,
      'new Kind',
      'Kind.method',
    ])
  })

  test('are fifty at most', () => {
    const stack = `Error: no 1\n${`    at inner (bundle.js:${at('new Error')})\n`.repeat(80)}`
    expect(report(thrownAt(stack)).frames).toHaveLength(50)
  })

  test('are none when the map cannot be read', () => {
    const broken = createErrorReporter('{', { lineOffset: 1, script: 'bundle.js' })
    expect(broken(thrownAt(`Error: no 1\n    at inner (bundle.js:2:3)`))).toEqual({
      name: 'Error',
      message: 'no 1',
      frames: [],
      cause: null,
    })
  })

  test('of neighbours of the reporter are left out when no script is named', () => {
    const stack = `Error: no 1
    at inner (bundle.js:${at('new Error')})
    at check (${new URL('../../../../src/runner/worker/tracer.ts', import.meta.url).pathname}:${at('new Error')})
    at step (node:internal/process:${at('new Error')})`
    expect(createErrorReporter(map, { lineOffset: 1 })(thrownAt(stack)).frames).toEqual(MAPPED.slice(0, 1))
  })
})

describe('an error', () => {
  test('keeps its name, its message and its causes, up to five', () => {
    class Own extends Error {
      override name = 'Own'
    }
    const chain = Array.from({ length: 9 }).reduce<Error>(
      (cause, _, index) => new Own(`e${index}`, { cause }),
      new TypeError('root'),
    )
    const names: string[] = []
    for (let next: ReturnType<typeof report> | null = report(chain); next !== null; next = next.cause)
      names.push(`${next.name} ${next.message}`)
    expect(names).toEqual(['Own e8', 'Own e7', 'Own e6', 'Own e5', 'Own e4', 'Own e3'])
  })

  test('can have a cause that is no error', () => {
    expect(report(new Error('outer', { cause: 'a text' })).cause).toMatchObject({ name: 'Uncaught', message: 'a text' })
    expect(report(new Error('outer', { cause: undefined })).cause).toMatchObject({ message: 'undefined' })
    expect(report(new Error('outer')).cause).toBeNull()
  })

  test('of the platform is read by its own getters', () => {
    expect(report(new DOMException('aborted', 'AbortError'))).toMatchObject({ name: 'AbortError', message: 'aborted' })
  })

  test('with getters for its texts is read by its stack', () => {
    class Described extends Error {
      override get name() {
        return 'Described'
      }
      override get message() {
        return 'by a getter'
      }
    }
    expect(report(new Described())).toMatchObject({ name: 'Described', message: 'by a getter' })
  })
})

test.each([
  ['a text', 'a text'],
  [1n, '1'],
  [undefined, 'undefined'],
  [Symbol('s'), 'Symbol(s)'],
  [{ code: 1, text: 'x', deep: {} }, '{ code: 1, text: "x", deep: … }'],
  [{}, '{}'],
  [[1, 2, 3, 4, 5, 6], '{ 0: 1, 1: 2, 2: 3, 3: 4, 4: 5, … }'],
  [function thrower() {}, 'function thrower'],
])('a thrown value that is no error is described: %o', (value, message) => {
  expect(report(value)).toEqual({ name: 'Uncaught', message, frames: [], cause: null })
})

test('a getter of a thrown value is named, not run', () => {
  const value = Object.defineProperty({}, 'message', { get: () => expect.unreachable(), enumerable: true })
  expect(report(value).message).toBe('{ message: … }')
})

test('nothing that is thrown breaks the report', () => {
  const { proxy, revoke } = Proxy.revocable(new Error('gone'), {})
  revoke()
  const hostile = new Proxy(new Error('behind'), {
    get: () => expect.unreachable(),
    getOwnPropertyDescriptor: () => expect.unreachable(),
  })
  expect([report(proxy), report(hostile), report(Object.create(null))].map(({ name }) => name)).toEqual([
    'Error',
    'Error',
    'Uncaught',
  ])
})
