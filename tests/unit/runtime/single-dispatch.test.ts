/** The dispatch on its own, without plugins: by identity, along the chain, and what it reports. */
import './recording-host.ts'
import { singleDispatch } from 'distributed/single-dispatch'
import { beforeEach, expect, test } from 'vitest'
import { ofKind, recording } from './recording-host.ts'

class Animal {}
class Bird extends Animal {}
class Duck extends Bird {}

const speak = singleDispatch('speak', 'silence')
speak.register(Animal, 'noise')
speak.register(Bird, 'song')

beforeEach(() => {
  recording.reports.length = 0
})

test('the first class on the chain that has an arm decides', () => {
  expect(speak.dispatch(new Duck())).toBe('song')
  expect(speak.dispatch(new Animal())).toBe('noise')
})

test('another class of the same name and source is no arm', () => {
  const Twin = { Bird: class Bird extends Object {} }.Bird
  expect(speak.dispatch(new Twin())).toBe('silence')
})

test.each([[null], [undefined], ['text'], [Object.create(null)], [() => 1], [Bird]])(
  '%s goes to the fallback',
  (value) => {
    expect(speak.dispatch(value)).toBe('silence')
  },
)

test('a spoofed class is believed, as Python believes __class__', () => {
  expect(speak.dispatch({ constructor: Bird })).toBe('song')
})

test('a prototype that claims the class of another does not make the walk endless', () => {
  function Loop() {
    return undefined
  }
  Object.setPrototypeOf(Loop.prototype, Object.create(null, { constructor: { value: Loop } }))
  expect(speak.dispatch(Reflect.construct(Loop, []))).toBe('silence')
})

test('the walk is reported hop by hop, up to the arm that was taken', () => {
  speak.dispatch(new Duck())
  expect(ofKind(recording.reports, 'dispatched')).toEqual([
    {
      kind: 'dispatched',
      function: 'speak',
      value: new Duck(),
      arms: [Animal, Bird],
      hops: [
        { class: Duck, arm: null },
        { class: Bird, arm: Bird },
      ],
      chosen: Bird,
    },
  ])
})

test('a walk without an arm is reported to its end', () => {
  class Stone {}
  speak.dispatch(new Stone())
  expect(ofKind(recording.reports, 'dispatched')[0]).toMatchObject({
    hops: [
      { class: Stone, arm: null },
      { class: Object, arm: null },
    ],
    chosen: null,
  })
})
