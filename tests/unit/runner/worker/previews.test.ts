/** Pictures of values: each is shown as what it is. */
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import type { Preview } from '../../../../src/trace/preview.ts'
import { startTracer } from './probe-kit.ts'

const preview = (value: unknown) => startTracer().preview(value)

const text = (type: string, content: string) => ({ kind: 'primitive', type, text: content })

function entriesOf(picture: Preview): Record<string, unknown> {
  if (picture.kind !== 'object') throw new Error(`This is no picture of an object, but of: ${picture.kind}.`)
  return Object.fromEntries(picture.entries.map(({ key, value }) => [key, 'text' in value ? value.text : value.kind]))
}

describe('a primitive value', () => {
  test.each([
    ['plain text', 'string', 'plain text'],
    ['', 'string', ''],
    [-0, 'number', '-0'],
    [0, 'number', '0'],
    [Number.NaN, 'number', 'NaN'],
    [1e21, 'number', '1e+21'],
    [12n, 'bigint', '12'],
    [true, 'boolean', 'true'],
    [Symbol('s'), 'symbol', 'Symbol(s)'],
    [Symbol.iterator, 'symbol', 'Symbol(Symbol.iterator)'],
    [undefined, 'undefined', 'undefined'],
    [null, 'null', 'null'],
  ])('is shown in words: %o', (value, type, content) => {
    expect(preview(value)).toEqual(text(type, content))
  })

  test('is cut where it is long', () => {
    expect(preview('x'.repeat(1_000_000))).toEqual(text('string', `${'x'.repeat(2_000)}…`))
    expect(preview(2n ** 4_000_000n)).toEqual(text('bigint', '1e1000…'))
    expect(preview(-(10n ** 999n))).toEqual(text('bigint', `-1${'0'.repeat(999)}`))
  })
})

describe('an object', () => {
  test('is shown with its own enumerable properties in the order of the language', () => {
    const value = { b: 1, a: 'two', 2: 'x', [Symbol('s')]: true, 1: 'y' }
    Object.defineProperty(value, 'hidden', { value: 1, enumerable: false })
    expect(Object.entries(entriesOf(preview(value)))).toEqual([
      ['1', 'y'],
      ['2', 'x'],
      ['b', '1'],
      ['a', 'two'],
      ['Symbol(s)', 'true'],
    ])
  })

  test('says what it is natively', () => {
    const kinds = [
      {},
      Object.create(null),
      [1],
      new Map(),
      new Set(),
      new Date(0),
      /a/g,
      Promise.resolve(),
      new (class A {})(),
    ]
    expect(kinds.map((value) => preview(value)).map((one) => one.kind === 'object' && [one.of, one.name])).toEqual([
      ['plain', 'Object'],
      ['plain', ''],
      ['array', 'Array'],
      ['map', 'Map'],
      ['set', 'Set'],
      ['date', 'Date'],
      ['regexp', 'RegExp'],
      ['promise', 'Promise'],
      ['instance', 'A'],
    ])
  })

  test('of a native kind is shown by its contents', () => {
    expect(
      entriesOf(
        preview(
          new Map<unknown, unknown>([
            ['a', 1],
            [{}, 2],
            [() => 1, 3],
            [null, 4],
          ]),
        ),
      ),
    ).toEqual({ a: '1', Object: '2', '': '3', null: '4' })
    expect(entriesOf(preview(new Set(['x', 'y'])))).toEqual({ 0: 'x', 1: 'y' })
    expect(entriesOf(preview(new Date(0)))).toEqual({ time: '1970-01-01T00:00:00.000Z' })
    expect(entriesOf(preview(new Date(Number.NaN)))).toEqual({ time: 'Invalid Date' })
    expect(entriesOf(preview(/a\/b/giu))).toEqual({ source: '/a\\/b/giu' })
    expect(entriesOf(preview(new Uint8Array([1, 2])))).toEqual({ 0: '1', 1: '2' })
    expect(entriesOf(preview(Object.assign([1], { 2: 3 })))).toEqual({ 0: '1', 1: 'unreadable', 2: '3' })
  })

  test('of a native kind is recognised behind a changed prototype and a changed tag', () => {
    class Table extends Map<string, number> {
      override get size(): never {
        throw new Error('the size was asked for')
      }
      override get [Symbol.toStringTag](): string {
        throw new Error('the tag was asked for')
      }
    }
    expect(preview(new Table([['a', 1]]))).toMatchObject({ of: 'map', name: 'Table', entries: [{ key: 'a' }] })
    expect(preview(Object.setPrototypeOf(new Date(0), null))).toMatchObject({ of: 'date', name: '' })
  })

  test('is not taken for the impostor that was seen before it', () => {
    const tracer = startTracer()
    for (const { prototype } of [Map, Set, Date, RegExp, Uint8Array]) tracer.preview(Object.create(prototype))
    const kinds = [new Map([[1, 2]]), new Set([1]), new Date(0), /a/, new Uint8Array(1)].map((value) =>
      tracer.preview(value),
    )
    expect(kinds.map((one) => one.kind === 'object' && one.of)).toEqual(['map', 'set', 'date', 'regexp', 'array'])
  })

  test('of another realm is shown like one of this realm', () => {
    const [array, map, instance, error] = runInNewContext(
      '[[1], new Map([[1, 2]]), new (class Far { a = 1 })(), new TypeError("far")]',
    )
    expect(preview(array)).toMatchObject({ of: 'array', name: 'Array' })
    expect(preview(map)).toMatchObject({ of: 'map', name: 'Map', entries: [{ key: '1' }] })
    expect(preview(instance)).toMatchObject({ of: 'instance', name: 'Far', entries: [{ key: 'a' }] })
    expect(preview(error)).toMatchObject({ kind: 'error', error: { name: 'TypeError', message: 'far' } })
  })

  test('of a class is told by the identity of the class', () => {
    const tracer = startTracer()
    const [One, Other] = [1, 2].map(() => class Twin {})
    if (One === undefined || Other === undefined) throw new Error('no classes')
    tracer.create(One)
    tracer.create(Other)
    expect([new One(), new Other(), One, Other].map((value) => tracer.preview(value))).toMatchObject([
      { kind: 'object', name: 'Twin', class: 1 },
      { kind: 'object', name: 'Twin', class: 2 },
      { kind: 'class', name: 'Twin', class: 1 },
      { kind: 'class', name: 'Twin', class: 2 },
    ])
  })
})

describe('a function', () => {
  test('is a class when it is one', () => {
    const tracer = startTracer()
    const kinds = [
      class A {},
      Array,
      Promise,
      () => 1,
      function f() {},
      async () => {},
      Math.max,
      { m() {} }.m,
      function* g() {},
    ]
    expect(kinds.map((value) => tracer.preview(value).kind)).toEqual([
      'class',
      'class',
      'class',
      ...Array(6).fill('function'),
    ])
  })

  test('is named without asking its own getters', () => {
    class Odd {
      own = 1
      static get name(): string {
        throw new Error('the name was asked for')
      }
    }
    expect(preview(Odd)).toMatchObject({ kind: 'class', name: 'Odd' })
    expect(preview(() => 1)).toEqual({ kind: 'function', name: '' })
  })
})

describe('an error', () => {
  test('is shown as an error, whatever its class', () => {
    class Own extends Error {
      override name = 'Own'
    }
    expect(preview(new Own('mine'))).toMatchObject({ kind: 'error', error: { name: 'Own', message: 'mine' } })
  })

  test('survives getters that throw, and causes without end', () => {
    class Hostile extends Error {
      override get message(): never {
        throw new Error('message')
      }
      override get stack(): never {
        throw new Error('stack')
      }
    }
    Object.defineProperty(Hostile.prototype, 'name', { get: () => expect.unreachable() })
    expect(preview(new Hostile())).toMatchObject({ kind: 'error' })
    const endless = new Error('endless')
    endless.cause = endless
    expect(JSON.stringify(preview(endless)).match(/endless/g)).toHaveLength(6)
  })
})
