/** What becomes of a value that crosses to another process. */

import { dumps, loads } from 'distributed/protocol/pickle'
import { describe, expect, test } from 'vitest'

class Point {
  x: number
  readonly #secret = 1
  constructor(x: number) {
    this.x = x
  }
  secret(): number {
    return this.#secret
  }
}

const copyOf = <T>(value: T): T => loads(dumps(value))

test('an instance keeps its class by identity, and owns its state', () => {
  const point = new Point(1)
  const copied = copyOf(point)
  expect(copied).not.toBe(point)
  expect(copied.constructor).toBe(Point)
  expect(copied instanceof Point).toBe(true)
  point.x = 2
  expect(copied.x).toBe(1)
})

test('what was pickled does not change when the original does, nor when a copy does', () => {
  const list = { items: [1, 2] }
  const pickled = dumps(list)
  list.items.push(3)
  loads(pickled).items.push(4)
  expect(loads(pickled)).toEqual({ items: [1, 2] })
})

test('private fields do not cross', () => {
  expect(() => copyOf(new Point(1)).secret()).toThrow(TypeError)
})

test('cycles and shared parts keep their shape', () => {
  const shared = { n: 1 }
  const value: Record<string, unknown> = { a: shared, b: shared }
  value.self = value
  const copied = copyOf(value)
  expect(copied.self).toBe(copied)
  expect(copied.a).toBe(copied.b)
  expect(copied.a).not.toBe(shared)
})

describe('kinds with state of their own', () => {
  test('maps, sets, dates and arrays cross with what they hold', () => {
    const key = { id: 1 }
    const value = { map: new Map([[key, [1]]]), set: new Set([key]), date: new Date(5), list: [1, [2]] }
    const copied = copyOf(value)
    expect(copied).toEqual(value)
    const [copiedKey] = copied.set
    expect(copiedKey).not.toBe(key)
    expect([...copied.map.keys()][0]).toBe(copiedKey)
  })

  test('an error stays an error of its class, with its message, its stack and its own state', () => {
    class Broken extends TypeError {
      readonly code = 7
    }
    const broken = new Broken('no')
    const copied = copyOf(broken)
    expect(copied).not.toBe(broken)
    expect(copied instanceof Broken).toBe(true)
    expect(Object.prototype.toString.call(copied)).toBe('[object Error]')
    expect([copied.message, copied.stack, copied.code]).toEqual(['no', broken.stack, 7])
  })

  test('functions and classes go by reference', () => {
    const value = { fn: () => 1, Point }
    expect(copyOf(value)).toEqual(value)
  })
})

test('typed arrays, patterns and frozen objects cross as what they are', () => {
  const value = {
    bytes: new Uint8Array([1, 2]),
    floats: new Float64Array([0.5]),
    pattern: /a+/gi,
    cold: Object.freeze({ a: [1] }),
  }
  const copied = copyOf(value)
  expect(copied).toEqual(value)
  expect(copied.bytes.buffer).not.toBe(value.bytes.buffer)
})

test.each([
  ['Promise', Promise.resolve()],
  ['WeakMap', new WeakMap()],
  ['generator', (function* () {})()],
])('a %s is alive only where it is, and does not cross', (kind, value) => {
  expect(() => dumps({ value })).toThrow(new TypeError(`cannot pickle '${kind}' object`))
})

test('an object that lies about its class is refused', () => {
  class Honest {}
  class Claimed {}
  class Lying {}
  Object.defineProperty(Lying.prototype, 'constructor', { get: () => Claimed })
  const spoofed = Object.defineProperty(new Honest(), 'constructor', { value: Claimed })
  const message = 'args[0] from __newobj__ args has the wrong class'
  expect(() => dumps([spoofed])).toThrow(message)
  expect(() => dumps(new Lying())).toThrow(message)
  expect(dumps({ constructor: 'a name' }).snapshot).toEqual({ constructor: 'a name' })
})
