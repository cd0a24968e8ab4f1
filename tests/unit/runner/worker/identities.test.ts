/** Classes are numbered by identity, each reported once and after its base. */
import { expect, test } from 'vitest'
import { startTracer } from './probe-kit.ts'

test('classes are numbered from 1 in the order of their creation', () => {
  const { create, created } = startTracer()
  for (const made of [class A {}, class A {}, class B {}]) create(made)
  expect(created().map((event) => [event.class, event.name])).toEqual([
    [1, 'A'],
    [2, 'A'],
    [3, 'B'],
  ])
})

test('a class comes with its place and its base', () => {
  const { create, created } = startTracer()
  class Base {}
  class Derived extends Base {}
  create(Base, 'base.ts')
  create(Derived, 'derived.ts')
  expect(created()).toEqual([
    {
      kind: 'class-created',
      class: 1,
      name: 'Base',
      base: null,
      span: { module: 'base.ts', line: 1, column: 2, endLine: 3, endColumn: 4 },
    },
    {
      kind: 'class-created',
      class: 2,
      name: 'Derived',
      base: 1,
      span: { module: 'derived.ts', line: 1, column: 2, endLine: 3, endColumn: 4 },
    },
  ])
})

test('a base from outside is reported without a place, before the class that needs it', () => {
  const { create, created } = startTracer()
  class Own extends TypeError {}
  create(Own)
  expect(created().map(({ name, base, span }) => [name, base, span === null])).toEqual([
    ['Error', null, true],
    ['TypeError', 1, true],
    ['Own', 2, false],
  ])
})

test('a plain constructor function is met as a class', () => {
  const { check, created } = startTracer()
  function Old() {}
  check(Reflect.construct(Old, []), Old)
  expect(created().map(({ name }) => name)).toEqual(['Old'])
})

test('a class that is met again is not reported again', () => {
  const { check, create, preview, created } = startTracer()
  class A {}
  create(A)
  create(A)
  check([], Array)
  check([], Array)
  preview([A, Array, new A()])
  expect(created().map(({ name }) => name)).toEqual(['A', 'Array'])
})

test('a proxied base counts as the class behind it', () => {
  const { create, created } = startTracer()
  class Base {}
  create(Base)
  const proxied = new Proxy(Base, {
    get: (target, key) => (key === 'prototype' ? target.prototype : expect.unreachable()),
  })
  create(class Derived extends proxied {})
  expect(created()).toMatchObject([{ class: 1 }, { name: 'Derived', base: 1 }])
})

test('a class without a name has the empty name, and one that extends null has no base', () => {
  const { create, created } = startTracer()
  create((() => class {})())
  create(class Nothing extends (null as never as new () => object) {})
  expect(created()).toMatchObject([
    { name: '', base: null },
    { name: 'Nothing', base: null },
  ])
})

test('the module of a class is known to the host, that of a class from outside is not', () => {
  const { create, host } = startTracer()
  class A {}
  create(A, 'node_modules/distributed/client.ts')
  expect([host.moduleOf(A), host.moduleOf(Map)]).toEqual(['node_modules/distributed/client.ts', null])
})
