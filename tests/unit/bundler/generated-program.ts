/** Draws programs at random that make classes in many ways and check identities in many places. */
import fc from 'fast-check'

const CLASSES = 4

const PROLOGUE = `
const say = (text, value) => { console.log(text); return value }
const logged = (target, label) => new Proxy(target, {
  get: (_, trap) => (...args) => { console.log(label, String(trap), typeof args[1] === 'object' ? '' : String(args[1])); return Reflect[trap](...args) },
})
const mix = (Base) => class extends Base { mixed = true }
const attempt = async (run) => { try { console.log(await run()) } catch (error) { console.log(error?.name, error?.message) } }
class C0 {}
`

const reference = fc.nat(CLASSES - 1).map((index) => `C${index}`)

const target = fc.oneof(
  { weight: 6, arbitrary: reference },
  reference.map((name) => `mix(${name})`),
  reference.map((name) => `${name}.bind(null)`),
  reference.map((name) => `logged(${name}, 'target')`),
  reference.map((name) => `(0, ${name})`),
  reference.map((name) => `class extends ${name} {}`),
  fc.constantFrom(
    'Object',
    'Function',
    'Array',
    '(() => {})',
    '{}',
    'null',
    'undefined',
    '({ [Symbol.hasInstance]: Boolean })',
  ),
)

const value = fc.oneof(
  { weight: 4, arbitrary: reference.map((name) => `new ${name}()`) },
  reference.map((name) => `new (mix(${name}))()`),
  reference.map((name) => `Object.create(${name}.prototype)`),
  reference.map((name) => `logged(new ${name}(), 'value')`),
  reference.map((name) => `${name}.prototype`),
  reference,
  fc.constantFrom(
    'null',
    '1',
    '"text"',
    '[]',
    '(() => {})',
    'Object.create(null)',
    'undefined',
    'new Error("e")',
    '{}',
  ),
)

const check = fc.tuple(value, target, fc.nat(8)).map(([left, right, shape]) => {
  // An object literal may start no statement, and a class no operand without parentheses that are always right.
  const plain = `(${left}) instanceof (${right})`
  switch (shape) {
    case 0:
      return `say('left', ${left}) instanceof say('right', ${right})`
    case 1:
      return `!(${plain})`
    case 2:
      return `(${plain} instanceof Object)`
    case 3:
      return `\`\${${plain} ? 'yes' : 'no'}\``
    case 4:
      return `await (${left})/* left */instanceof/* ( */(${right})`
    case 5:
      return `((one = ${left}, Two = ${right}) => one instanceof Two)()`
    case 6:
      return `[1].map(function () { return(${left})instanceof(${right}) })[0]`
    case 7:
      return `(class { static answer = ${plain.replaceAll('await', '')} }).answer`
    default:
      return plain
  }
})

/** The class with this number, made in some way from one before it. */
const declaration = (index: number) =>
  fc.tuple(fc.nat(index - 1), check, fc.nat(5)).map(([base, inside, shape]) => {
    const name = `C${index}`
    const parent = `C${base}`
    switch (shape) {
      case 0:
        return `class ${name} {}`
      case 1:
        return `class ${name} extends ${parent} { static made = say('static of ${name}', 1); own = 2 }`
      case 2:
        return `const ${name} = class { static [Symbol.hasInstance](value) { console.log('asked ${name}'); return value instanceof ${parent} } }`
      case 3:
        return `const ${name} = mix(${parent})`
      case 4:
        return `function ${name}() { this.old = true }`
      default:
        return `class ${name} extends ${parent} {
          method() { return this instanceof ${name} }
          static { try { console.log(${inside.replaceAll('await ', '')}) } catch (error) { console.log(error?.name) } }
        }`
    }
  })

const action = fc.oneof(
  { weight: 5, arbitrary: check.map((text) => `await attempt(async () => ${text})`) },
  check.map((text) => `if (await attempt(async () => ${text})) console.log('then')\nelse console.log('else')`),
  fc
    .tuple(reference, reference)
    .map(
      ([one, other]) => `await attempt(() => Object.setPrototypeOf(${one}.prototype, ${other}.prototype) && 'moved')`,
    ),
  reference.map(
    (name) => `await attempt(() => [${name}.name, Object.getOwnPropertyNames(${name}), ${name}.length].join())`,
  ),
  reference.map(
    (name) =>
      `for (const n of [1, 2]) { class Local extends ${name} { n = n } await attempt(() => new Local() instanceof Local) }`,
  ),
)

/** A declaration of each class in order, then actions; statements are parted by lines alone or by semicolons. */
export const generatedProgram: fc.Arbitrary<string> = fc
  .tuple(
    fc.tuple(declaration(1), declaration(2), declaration(3)),
    fc.array(action, { minLength: 2, maxLength: 8 }),
    fc.constantFrom('\n', ';\n', '; ', '\n// instanceof\n', ';/* class */'),
    fc.option(check, { nil: undefined }),
  )
  .map(([declarations, actions, separator, last]) =>
    [PROLOGUE, ...declarations, ...actions, ...(last === undefined ? [] : [`console.log(${last})`])].join(separator),
  )
