/** The hidden questions, and what the operator answers. Made before the reader's file is evaluated, so that it can change nothing of them. */

/** Whatever may stand on the right of `instanceof`. */
type Constructor = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown)

/** Kept from before the reader's file, which may replace what it likes. */
export const isList = Array.isArray

export interface Question {
  /** As it would be written. */
  readonly text: string
  readonly value: unknown
  readonly Class: Constructor
  readonly expected: boolean
  /** Every prototype above the value. */
  readonly above: readonly object[]
  /** How many of them the operator meets before it answers. */
  readonly walked: number
}

class Base {
  setup() {
    return 'ready'
  }
}
class Sub extends Base {}
class SubSub extends Sub {}
const Namesake = (() => {
  class Base {
    setup() {
      return 'ready'
    }
  }
  return Base
})()

function Old() {}
const old = Object.create(Old.prototype)
Old.prototype = {}

function Alias() {}
Alias.prototype = Base.prototype

function Rootless() {}
Rootless.prototype = Object.create(null)

let deep: object = Sub.prototype
for (let level = 0; level < 300; level += 1) deep = Object.create(deep)

export const questions: readonly Question[] = [
  ask('new Base() instanceof Base', new Base(), Base),
  ask('new Namesake() instanceof Base', new Namesake(), Base),
  ask('new Base() instanceof Sub', new Base(), Sub),
  ask('new SubSub() instanceof Base', new SubSub(), Base),
  ask('new SubSub() instanceof Object', new SubSub(), Object),
  ask('Object.create(Sub.prototype) instanceof Base', Object.create(Sub.prototype), Base),
  ask('{ constructor: Base } instanceof Base', { constructor: Base }, Base),
  ask('null instanceof Object', null, Object),
  ask('undefined instanceof Object', undefined, Object),
  ask('5 instanceof Number', 5, Number),
  ask("'text' instanceof Object", 'text', Object),
  ask('Base instanceof Function', Base, Function),
  ask('Sub instanceof Base', Sub, Base),
  ask('Base.prototype instanceof Base', Base.prototype, Base),
  ask('Object.create(null) instanceof Object', Object.create(null), Object),
  ask('Object.create(Rootless.prototype) instanceof Rootless', Object.create(Rootless.prototype), Rootless),
  ask('Object.setPrototypeOf({}, Sub.prototype) instanceof Base', Object.setPrototypeOf({}, Sub.prototype), Base),
  ask('Object.setPrototypeOf(new Base(), null) instanceof Base', Object.setPrototypeOf(new Base(), null), Base),
  ask('old instanceof Old, after Old.prototype = {}', old, Old),
  ask('new Sub() instanceof Alias, after Alias.prototype = Base.prototype', new Sub(), Alias),
  ask("{ ['__proto__']: Base.prototype } instanceof Base", { ['__proto__']: Base.prototype }, Base),
  ask('new (Sub.bind(null))() instanceof Base', new (Sub.bind(null))(), Base),
  ask('Sub.bind(null) instanceof Function', Sub.bind(null), Function),
  ask('new Proxy(new Sub(), {}) instanceof Base', new Proxy(new Sub(), {}), Base),
  ask(
    'new Proxy({}, { getPrototypeOf: () => Sub.prototype }) instanceof Base',
    new Proxy({}, { getPrototypeOf: () => Sub.prototype }),
    Base,
  ),
  ask('new Sub() instanceof new Proxy(Base, {})', new Sub(), new Proxy(Base, {})),
  ask('deep instanceof Base, 300 prototypes below Sub.prototype', deep, Base),
]

function ask(text: string, value: unknown, Class: Constructor): Question {
  const above: object[] = []
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
  for (let next = isObject ? Object.getPrototypeOf(value) : null; next !== null; next = Object.getPrototypeOf(next)) {
    above[above.length] = next
  }
  const met = above.indexOf(Class.prototype)
  return { text, value, Class, expected: value instanceof Class, above, walked: met < 0 ? above.length : met + 1 }
}

/**
 * A value whose prototypes are there for one walk only: none of them can be reached again once one above it has been
 * asked for its own. So an answer from one walk and a chain from another do not fit together.
 */
export function fleeting(): { readonly value: object; readonly Class: Constructor } {
  let highest = 0
  let next: object = Base.prototype
  for (let level = 3; level > 0; level -= 1) {
    const above = next
    const getPrototypeOf = () => {
      if (highest > level) return null
      highest = level
      return above
    }
    next = new Proxy({}, { getPrototypeOf })
  }
  return { value: next, Class: Base }
}
