/** A picture stays small, and taking it runs nothing of the program. */
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Preview } from '../../../../src/trace/preview.ts'
import { startTracer } from './probe-kit.ts'

const preview = (value: unknown) => startTracer().preview(value)

describe('nothing of the program runs', () => {
  test('no getter', () => {
    const ran = vi.fn()
    const value = Object.defineProperties([1], {
      1: { get: ran, enumerable: true },
      toJSON: { get: ran, enumerable: true },
    })
    const all = [
      value,
      {
        get a() {
          return ran()
        },
        set b(_: unknown) {
          ran()
        },
      },
      new (class {
        get c() {
          return ran()
        }
        toString() {
          ran()
        }
        get [Symbol.toStringTag]() {
          return ran()
        }
      })(),
    ]
    expect(preview(all)).toMatchObject({
      entries: [{ value: { entries: [{}, { key: '1', value: { kind: 'unreadable', why: 'getter' } }] } }, {}, {}],
    })
    expect(ran).not.toHaveBeenCalled()
  })

  test('no iterator and no thenable', () => {
    const ran = vi.fn()
    preview([
      Object.assign(new Map([[1, 2]]), { [Symbol.iterator]: ran, entries: ran }),
      Object.fromEntries([['then', ran]]),
      Object.assign([1], { [Symbol.iterator]: ran }),
    ])
    expect(ran).not.toHaveBeenCalled()
  })

  test('no trap of a proxy, which is shown as what it stands for', () => {
    const tracer = startTracer()
    const handler = new Proxy({}, { get: (_, trap) => () => expect.unreachable(String(trap)) })
    class A {
      x = 1
    }
    expect(tracer.preview(new Proxy(new A(), handler))).toMatchObject({
      kind: 'object',
      name: 'Proxy(A)',
      class: null,
      entries: [{ key: 'x' }],
    })
    expect(tracer.preview(new Proxy(A, handler))).toEqual({ kind: 'function', name: 'Proxy(A)' })
    expect(tracer.preview(new Proxy(new Proxy([1], handler), handler))).toMatchObject({ name: 'Proxy(Proxy(Array))' })
    expect(tracer.preview(new Map([[new Proxy({}, handler), 1]]))).toMatchObject({ entries: [{ key: 'Proxy' }] })
    expect(tracer.preview(Object.create(new Proxy({}, handler)))).toMatchObject({
      kind: 'object',
      name: '',
      class: null,
    })
  })

  test('a revoked proxy is named as one', () => {
    const tracer = startTracer()
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(tracer.preview({ proxy })).toMatchObject({
      entries: [{ value: { kind: 'unreadable', why: 'revoked proxy' } }],
    })
  })

  test('a proxy from elsewhere that fails is survived', () => {
    const failing = runInNewContext('new Proxy({}, { getPrototypeOf() { throw 1 } })')
    expect(preview({ failing, after: 1 })).toMatchObject({
      entries: [{ value: { kind: 'unreadable', why: 'threw' } }, { key: 'after' }],
    })
  })
})

describe('bounds', () => {
  test('a cycle points back, a value that is met twice is shown twice', () => {
    const shared = { a: 1 }
    const value: Record<string, unknown> = { shared, again: shared }
    value.self = value
    expect(preview(value)).toMatchObject({
      entries: [
        { value: { entries: [{}] } },
        { value: { entries: [{}] } },
        { value: { kind: 'seen', name: 'Object' } },
      ],
    })
  })

  test('what lies deeper than four objects is left out', () => {
    expect(JSON.stringify(preview({ a: { a: { a: { a: { a: 1 } } } } }))).toContain('"of":"deep"')
    expect(JSON.stringify(preview({ a: { a: { a: 1 } } }))).not.toContain('"of":"deep"')
  })

  test('a huge collection is counted, not read', () => {
    const sparse = [1]
    sparse.length = 4_000_000_000
    for (const value of [
      sparse,
      new Uint8Array(10_000_000),
      new Set(Array(100_000).keys()),
      Object.fromEntries(Array(1_000).entries()),
    ]) {
      const picture = preview(value)
      expect(picture.kind === 'object' && picture.entries.length).toBe(50)
    }
    expect(preview(sparse)).toMatchObject({ omitted: 3_999_999_950 })
  })

  test('every picture is small, plain data, and the same a second time', () => {
    fc.assert(
      fc.property(
        fc.anything({
          maxDepth: 6,
          maxKeys: 80,
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withSparseArray: true,
          withTypedArray: true,
          withNullPrototype: true,
          withObjectString: true,
          withBoxedValues: true,
        }),
        (value) => {
          const picture = preview(value)
          expect(structuredClone(picture)).toEqual(picture)
          expect(nodesIn(picture)).toBeLessThanOrEqual(500)
          expect(preview(value)).toEqual(picture)
        },
      ),
    )
  })

  test('a wide and deep value is cut to five hundred parts', () => {
    const wide = (depth: number): unknown => (depth === 0 ? 1 : Array.from({ length: 40 }, () => wide(depth - 1)))
    expect(nodesIn(preview(wide(3)))).toBe(500)
  })
})

function nodesIn(picture: Preview): number {
  return picture.kind === 'object' ? 1 + picture.entries.reduce((sum, { value }) => sum + nodesIn(value), 0) : 1
}
