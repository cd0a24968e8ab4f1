/** A check is answered as the language answers it, and tells the way to the answer. */
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startTracer } from './probe-kit.ts'

/** The one check of these operands, in short. */
function walk(left: unknown, right: unknown, known: readonly object[] = []) {
  const { check, create, checks } = startTracer()
  for (const one of known) create(one)
  try {
    check(left, right)
  } catch {
    // What is thrown is compared below, by the test of the answers.
  }
  const [event] = checks()
  if (event === undefined) throw new Error('The check reported nothing.')
  const { reason, answer, hops, target, targetLabel } = event
  return { reason, answer, target, targetLabel, hops: hops.map(({ class: id, label, met }) => [id, label, met]) }
}

class A {}
class B extends A {}
class C extends B {}
class Twin extends A {}

test('the walk ends where the target was met', () => {
  expect(walk(new C(), A, [A, B, C])).toEqual({
    reason: 'met',
    answer: true,
    target: 1,
    targetLabel: 'A',
    hops: [
      [3, 'C', false],
      [2, 'B', false],
      [1, 'A', true],
    ],
  })
})

test('the walk goes to the end of the chain when the target is not on it', () => {
  expect(walk(new B(), Twin, [A, B, Twin])).toEqual({
    reason: 'end-of-chain',
    answer: false,
    target: 3,
    targetLabel: 'Twin',
    hops: [
      [2, 'B', false],
      [1, 'A', false],
      [4, 'Object', false],
    ],
  })
})

test('a twin of the same name is another class', () => {
  const [One, Other] = [1, 2].map(() => class Plugin {}) as [new () => object, new () => object]
  expect(walk(new One(), Other, [One, Other])).toMatchObject({
    answer: false,
    target: 2,
    hops: [
      [1, 'Plugin', false],
      [3, 'Object', false],
    ],
  })
})

test.each([
  ['a primitive has no chain', 'text', String, { reason: 'primitive', answer: false, targetLabel: 'String', hops: [] }],
  [
    'an object without prototype has an empty chain',
    Object.create(null),
    Object,
    { reason: 'end-of-chain', answer: false, hops: [] },
  ],
  [
    'a target can answer by itself',
    2,
    class Even {
      own = 1
      static [Symbol.hasInstance](value: unknown): boolean {
        return Number(value) % 2 === 0
      }
    },
    { reason: 'has-instance', answer: true, targetLabel: 'Even', hops: [] },
  ],
  [
    'a target that is no class at all can answer',
    2,
    { [Symbol.hasInstance]: () => false },
    { reason: 'has-instance', answer: false, target: null, targetLabel: 'object' },
  ],
  [
    'a target that cannot be called throws',
    {},
    {},
    { reason: 'threw', answer: false, target: null, targetLabel: 'object', hops: [] },
  ],
  [
    'nothing as a target throws',
    {},
    undefined,
    { reason: 'threw', answer: false, target: null, targetLabel: 'undefined' },
  ],
  ['a function without prototype throws', {}, () => 1, { reason: 'threw', answer: false, target: null }],
  [
    'a bound target is answered, but its prototype stays hidden',
    new B(),
    A.bind(null),
    {
      reason: 'met',
      answer: true,
      target: null,
      targetLabel: 'bound A',
      hops: [
        [2, 'B', false],
        [1, 'A', false],
        [3, 'Object', false],
      ],
    },
  ],
])('%s', (_, left, right, expected) => {
  const { target: _target, ...known } = walk(left, right)
  expect({ ...known, target: _target }).toMatchObject(expected)
})

test('a prototype that belongs to no class is a hop without a name', () => {
  const middle = Object.create(A.prototype)
  expect(walk(Object.create(middle), A, [A])).toMatchObject({
    hops: [
      [null, '', false],
      [1, 'A', true],
    ],
  })
})

test('a target that is a proxy is no class itself, the prototype that was met still is one', () => {
  const { check, create, checks } = startTracer()
  create(A)
  check(new A(), new Proxy(A, {}))
  expect(checks()[0]).toMatchObject({ target: null, targetLabel: 'A', answer: true, hops: [{ class: 1, met: true }] })
})

test('an endless chain of proxies is not noted down without end', () => {
  const { check, checks } = startTracer()
  let steps = 0
  const endless: object = new Proxy(
    {},
    {
      getPrototypeOf: () => {
        steps += 1
        return steps > 10_000 ? null : endless
      },
    },
  )
  check(endless, A)
  expect(checks()[0]?.hops).toHaveLength(100)
})

test('a value is shown briefly', () => {
  const { check, checks } = startTracer()
  check({ list: Array.from({ length: 1_000 }, () => ({})) }, A)
  expect(JSON.stringify(checks()[0]?.value).length).toBeLessThan(300)
})

describe('the answer', () => {
  const foreign = runInNewContext('class Far {}; ({ Far, far: new Far(), bound: Far.bind(null) })')
  const values = [
    new C(),
    new Twin(),
    A.prototype,
    A,
    [],
    () => 1,
    null,
    undefined,
    1,
    'x',
    Symbol('s'),
    Object.create(null),
    new Proxy(new B(), {}),
    foreign.far,
    Object.create(new Proxy(B.prototype, {})),
  ]
  const targets: unknown[] = [
    A,
    B,
    C,
    Object,
    Array,
    Function,
    Symbol,
    A.bind(null),
    A.bind(null).bind(null),
    new Proxy(B, {}),
    new Proxy(A.bind(null), {}),
    () => 1,
    {},
    null,
    1,
    'x',
    foreign.Far,
    foreign.bound,
    Object.create(Function.prototype),
    { [Symbol.hasInstance]: 1 },
    { [Symbol.hasInstance]: null },
    { [Symbol.hasInstance]: () => 'yes' },
    Object.assign(() => 1, { prototype: A.prototype }),
    Object.assign(() => 1, { prototype: 1 }),
  ]

  function outcome(run: () => unknown) {
    try {
      return { answer: run() }
    } catch (error) {
      return { error: String(error) }
    }
  }

  test('is that of the operator, the error included', () => {
    const { check } = startTracer()
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.constantFrom(...targets), (left, right) => {
        expect(outcome(() => check(left, right))).toEqual(outcome(() => left instanceof (right as never)))
      }),
      { numRuns: 400 },
    )
  })

  test('agrees with its reason and with the hop that was met', () => {
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.constantFrom(...targets), (left, right) => {
        const { reason, answer, hops, target } = walk(left, right)
        if (reason === 'met') expect(answer).toBe(true)
        if (reason !== 'met' && reason !== 'has-instance') expect(answer).toBe(false)
        if (reason === 'met' && target !== null) expect(hops.at(-1)?.[2]).toBe(true)
        expect(hops.filter(([, , met]) => met).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('runs the traps and handlers of the program once, in the order of the operator', () => {
    const logging = <T extends object>(log: string[], target: T, name: string): T =>
      new Proxy(
        target,
        new Proxy(
          {},
          {
            get:
              (_, trap: keyof typeof Reflect) =>
              (...args: unknown[]) => {
                log.push(`${name} ${trap} ${String(args[1])}`)
                return Reflect.apply(Reflect[trap] as () => unknown, undefined, args)
              },
          },
        ),
      )
    const operands = (log: string[]) => [
      [logging(log, new C(), 'left'), logging(log, A, 'right')],
      [Object.create(logging(log, B.prototype, 'proto')), A],
      [1, logging(log, A, 'right')],
      [new B(), Function.prototype.bind.call(logging(log, A, 'bound'), null)],
    ]
    const native: string[] = []
    for (const [left, right] of operands(native)) native.push(String(left instanceof (right as never)))
    const { check } = startTracer()
    const probed: string[] = []
    for (const [left, right] of operands(probed)) probed.push(String(check(left, right)))
    expect(probed).toEqual(native)
    expect(native.length).toBeGreaterThan(8)
  })
})
