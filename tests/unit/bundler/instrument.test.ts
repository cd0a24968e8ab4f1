/** What the instrument step puts where, and what it refuses. */
import { build, transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { instrument } from '../../../src/bundler/instrument.ts'

function codeOf(source: string, key = 'main.ts'): string {
  const result = instrument(source, { key, file: key })
  if (result.kind === 'rejected') throw new Error(`${result.line}:${result.column} ${result.text}`)
  return result.code
}

function rejectionOf(source: string, key = 'main.ts') {
  const result = instrument(source, { key, file: key })
  return result.kind === 'rejected' ? result : null
}

describe('the module probe', () => {
  test('stands on the first line and adds none', () => {
    const code = codeOf('const a = 1\nconst b = 2\n')
    expect(code).toBe('__doppelclass.module("main.ts", "main.ts");const a = 1\nconst b = 2\n')
  })

  test('names the key and the real file, whatever characters they have', () => {
    const result = instrument('1', { key: 'a "b"\\c.ts?v=2', file: "it's.ts" })
    expect(result).toMatchObject({ code: `__doppelclass.module("a \\"b\\"\\\\c.ts?v=2", "it's.ts");1` })
  })

  test.each([
    ['a hashbang', '#!/usr/bin/env node\nfoo()', '#!/usr/bin/env node\n__doppelclass'],
    ['a byte order mark', '\uFEFFfoo()', '\uFEFF__doppelclass'],
    ['a directive', "'use strict'\nfoo()", "'use strict';__doppelclass"],
    ['all directives', '"use strict"; "use client" // why\nfoo()', '"use strict"; "use client";__doppelclass'],
    ['a hashbang and a directive', '#!x\n/* a */ "use strict";foo()', '#!x\n/* a */ "use strict";;__doppelclass'],
  ])('comes behind %s', (_, source, start) => {
    expect(codeOf(source).startsWith(start)).toBe(true)
  })

  test('gets a line of its own in a file that is a hashbang and nothing else', () => {
    expect(codeOf('#!/usr/bin/env node')).toBe('#!/usr/bin/env node\n__doppelclass.module("main.ts", "main.ts");')
  })

  test('leaves a text that only looks like a directive where it is', () => {
    expect(codeOf('("use strict")\nfoo()').startsWith('__doppelclass')).toBe(true)
  })
})

describe('the kind of a module', () => {
  const kindOf = async (source: string) => {
    const { outputFiles, metafile } = await build({
      stdin: { contents: source, sourcefile: 'main.js' },
      bundle: true,
      write: false,
      format: 'esm',
      metafile: true,
      logLevel: 'silent',
      supported: { 'import-meta': true },
    })
    const text = outputFiles[0]?.text ?? ''
    return {
      format: metafile.inputs['main.js']?.format,
      wrapped: text.includes('__commonJS'),
      topLevel: text.includes('void 0'),
    }
  }

  test.each([
    'console.log(this, import.meta.url)',
    'console.log(this); export {}',
    'console.log(this); import "data:text/javascript,1"',
    'module.exports = { it: this }',
    'exports.it = import.meta',
    '"use strict"; exports.it = function () { return this }',
    'console.log(typeof exports, this)',
    'await 1; console.log(this)',
  ])('stays what it was: %s', async (source) => {
    expect(await kindOf(codeOf(source, 'main.js'))).toEqual(await kindOf(source))
  })
})

describe('what is left alone', () => {
  test.each([
    'declare class A { x: number }',
    'declare namespace N { class A {} }',
    'declare module "m" { class A {} }',
    'declare global { class A {} }',
    'export declare abstract class A { abstract x(): void }',
  ])('a class that is only a type: %s', (source) => {
    expect(codeOf(source)).not.toContain('.class(')
  })

  test.each([
    '#x in a',
    'new.target',
    'x.instanceof',
    '"a instanceof b"',
    '/* a instanceof b */',
    '({ instanceof: 1 })',
  ])('%s', (expression) => {
    const source = `class A { #x; m(a, x) { return ${expression} } }`
    expect(codeOf(source)).not.toContain('.instanceof(')
  })

  test('a class in a namespace that is code gets its probe', () => {
    expect(codeOf('namespace N.M { export class A {} }')).toContain('class A { static { __doppelclass.class(this')
  })
})

describe('spans', () => {
  const spanOf = (source: string) => /\[(\d+, \d+, \d+, \d+)\]\)/.exec(codeOf(source))?.[1]

  test.each([
    ['class A {}', '1, 1, 1, 11'],
    ['\n  const k = class {\n  }', '2, 13, 3, 4'],
    ['export default class {}', '1, 16, 1, 24'],
    ['export abstract class A {}', '1, 17, 1, 27'],
    ['@d() /* class */ export class A {}', '1, 25, 1, 35'],
    ['export default @a @(b ? c : d)\nclass {}', '2, 1, 2, 9'],
    ["const face = '😀'; class A {}", '1, 20, 1, 30'],
    ['a\r\n  instanceof b', '1, 1, 2, 15'],
    ['foo((a) instanceof (b))', '1, 5, 1, 23'],
  ])('count lines and UTF-16 columns from 1, from the keyword on: %j', (source, span) => {
    expect(spanOf(source)).toBe(span)
  })
})

describe('a rejection', () => {
  test('carries the place and the text of the parser', () => {
    expect(rejectionOf('let a = 1\nlet b = ;')).toEqual({
      kind: 'rejected',
      text: 'Unexpected token',
      line: 2,
      column: 9,
    })
  })

  test('is about the module, not about the script that it was tried as', () => {
    expect(rejectionOf('import a from "a"\nlet = =', 'main.js')?.line).toBe(2)
  })

  test.each([
    ['let __doppelclass = 1', 5],
    ['foo(__doppelclass)', 5],
    ['function __doppelclass() {}', 10],
    ['import { __doppelclass } from "x"', 10],
    ['import { a as __doppelclass } from "x"', 15],
    ['({ __doppelclass })', 4],
    ['let { a: __doppelclass } = b', 10],
    ['x[__doppelclass]', 3],
    ['typeof \\u005f_doppelclass', 8],
    ['declare const __doppelclass: unknown', 15],
  ])('meets the reserved name as a variable: %s', (source, column) => {
    for (const key of ['main.ts', 'src/deep.js']) {
      if (key.endsWith('js') && source.startsWith('declare')) continue
      expect(rejectionOf(source, key)).toMatchObject({
        text: expect.stringMatching(/^The name __doppelclass is reserved/),
        line: 1,
        column,
      })
    }
  })

  test.each([
    'x.__doppelclass',
    '({ __doppelclass: 1 })',
    'class A { __doppelclass() {} static __doppelclass = 1 }',
    'import { __doppelclass as a } from "x"',
    'const a = 1; export { a as __doppelclass }',
    '__doppelclass: for (;;) break __doppelclass',
    '"__doppelclass"; /* __doppelclass */',
  ])('does not meet it as a mere name: %s', (source) => {
    expect(rejectionOf(source)).toBeNull()
  })

  test('meets it as the name of an element', () => {
    expect(rejectionOf('<__doppelclass.A b="c" />', 'a.tsx')).toMatchObject({ column: 2 })
    expect(rejectionOf('<a __doppelclass="c" />', 'a.tsx')).toBeNull()
  })

  test.each(['node_modules/distributed/host.ts', 'kit/node_modules/distributed/host.ts'])(
    'does not meet it in a package: %s',
    (key) => {
      expect(rejectionOf('declare const __doppelclass: unknown; class A {}', key)).toBeNull()
    },
  )
})

describe('languages', () => {
  test.each([
    ['a.tsx', 'const a = <A<string> b={c instanceof d}>{import.meta.url}</A>; const f = <T extends A>() => <></>'],
    ['a.jsx', 'const a = <A b={c instanceof d}>text</A>'],
    ['a.js', 'a < b > (c); @d class A {}'],
    ['a.cjs', 'with (a) { return b instanceof c }'],
    ['a.mts?v=2', 'const a = <B>c instanceof D; type F = <const T>() => T'],
    ['b.ts', 'export default abstract class { abstract x(): void }'],
  ])('%s is read as what it is', async (key, source) => {
    const code = codeOf(source, key)
    const loader =
      key.includes('.ts') && key.endsWith('x') ? 'tsx' : key.endsWith('x') ? 'jsx' : /ts/.test(key) ? 'ts' : 'js'
    await expect(transform(code, { loader, target: 'es2022', logLevel: 'silent' })).resolves.toBeDefined()
  })

  test('a generic call in TypeScript is two comparisons in JavaScript', async () => {
    const source = 'f(a<b>(c instanceof d))'
    expect(codeOf(source, 'a.js')).toContain('.instanceof(c , d')
    expect(codeOf(source, 'a.ts')).toContain('.instanceof(c , d')
  })
})

test('the map names the key and holds the original text', () => {
  const source = 'class A {}\nfoo(a instanceof A)'
  const result = instrument(source, { key: 'node_modules/kit/a.ts', file: 'real.ts' })
  const map = result.kind === 'instrumented' ? JSON.parse(result.map) : {}
  expect(map).toMatchObject({ version: 3, sources: ['node_modules/kit/a.ts'], sourcesContent: [source] })
})
