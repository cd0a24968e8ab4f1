/** A bundle is taken apart into modules and definitions: checked on what the bundler really writes. */
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import { afterAll, describe, expect, test } from 'vitest'
import { DEFAULT_BUILD, type DiskTree } from '../../../../src/bundler/bundle-types.ts'
import { startNodeBundler } from '../../../../src/bundler/bundler-node.ts'
import type { ModuleKey, Span } from '../../../../src/trace/events.ts'
import { findDefinitions } from '../../../../src/trace/model/bundle-definitions.ts'
import { sectionBundle } from '../../../../src/trace/model/bundle-sections.ts'
import { listFixtures, projectDisk, readFixture } from '../../../support/disk-fixtures.ts'

const bundler = startNodeBundler()
afterAll(() => bundler.dispose())

async function bundle(disk: DiskTree, options = DEFAULT_BUILD) {
  const result = await bundler.bundle({ disk, entry: 'main.ts', options }, new AbortController().signal)
  if (result.kind === 'rejected') throw new Error(result.diagnostics.map(({ text }) => text).join('\n'))
  const map = new TraceMap(result.map)
  return {
    ...result,
    lines: result.code.split('\n'),
    mapping: { sources: map.sources, mappings: decodedMappings(map) },
  }
}

const TRICKY = projectDisk({
  'main.ts':
    "import './a.ts'\nconst text = `\n// a.ts\n`\nconsole.log(text, '名字 é 😀')\n/*! a legal note */\nexport const one = 1\n",
  'a.ts': "import('./b.ts')\nconst made = require('./c.cjs')\nconsole.log(made, `\n// main.ts\n`)\n",
  'b.ts': 'export class B {}\n',
  'c.cjs': 'module.exports = class {}\n',
})

const projects = [
  ...listFixtures().flatMap((name) =>
    readFixture(name).builds.map((build, index) => [`${name}, build ${index}`, readFixture(name).disk, build] as const),
  ),
  ['text that looks like the comments of a bundle', TRICKY, DEFAULT_BUILD] as const,
]

describe.each(projects)('%s', (_, disk, options) => {
  test('every module has its section, and the source map agrees on each line', async () => {
    const { lines, modules, mapping } = await bundle(disk, options)
    const sections = sectionBundle(lines, modules)
    const keys = sections.flatMap(({ key }) => key ?? [])
    expect(keys.toSorted()).toEqual(modules.map(({ key }) => key).toSorted())
    for (const { key, firstLine, lastLine } of sections) {
      const mapped = mapping.mappings.slice(firstLine - 1, lastLine).flat()
      const sources = new Set(mapped.flatMap(([, source]) => (source === undefined ? [] : mapping.sources[source])))
      // esbuild marks what a package's `browser` field takes out in the key, not in the map.
      expect([...sources].filter((source) => source !== key?.replace('(disabled):', ''))).toEqual([])
    }
  })

  test('sections, comments and empty lines are all that there is', async () => {
    const { code, lines, modules } = await bundle(disk, options)
    const sections = sectionBundle(lines, modules)
    const covered = sections.flatMap(({ firstLine, lastLine }) => lines.slice(firstLine - 1, lastLine))
    expect(covered.join('\n').replaceAll(/\n+/g, '\n').trim()).toBe(code.replaceAll(/\n+/g, '\n').trim())
    const comments = sections.reduce((sum, { key }) => sum + (key === null ? 0 : Buffer.byteLength(`// ${key}\n`)), 0)
    const bytes = sections.reduce((sum, section) => sum + section.bytes, 0)
    expect(bytes + comments).toBeLessThanOrEqual(Buffer.byteLength(code))
    expect(Buffer.byteLength(code) - bytes - comments).toBeLessThan(2 * sections.length + 2)
  })
})

describe('a definition', () => {
  const source = `const wrap = <T>(kind: T, _: number) => kind
export class First {
  text() { return \`
} not the end
\` }
  static { }
}
export const Second = wrap(class {
  run() { return class Inner { go() { return 1 } } }
}, 1); export class Third {}
function mixin() { return class extends First { extra = 1 } }
export default class {}
mixin()
export class Ended {
  last(_: number) {}
}
`
  // The twin comes under a second key.
  const disk = projectDisk({
    'main.ts': "import './kit.ts'\nimport './kit.ts?v=2'\n",
    'kit.ts': source,
  })

  test.each(['kit.ts', 'kit.ts?v=2'])('in %s is where the probe of the class reports it', async (key) => {
    const { lines, mapping, modules } = await bundle(disk)
    const section = sectionBundle(lines, modules).find((one) => one.key === key)
    const probes = lines.flatMap((line, index) => {
      const found = new RegExp(`class\\(this, "${key.replace('?', '\\?')}", \\[(\\d+), (\\d+), (\\d+), (\\d+)\\]`).exec(
        line,
      )
      if (found === null) return []
      const [, line1, column, endLine, endColumn] = found.map(Number)
      const span = { module: key as ModuleKey, line: line1, column, endLine, endColumn } as Span
      return [{ probe: index + 1, span }]
    })
    expect(probes).toHaveLength(7)
    const places = findDefinitions(
      lines,
      mapping,
      probes.map(({ span }) => span),
    )
    for (const [index, place] of places.entries()) {
      const { probe, span } = probes[index] ?? { probe: 0, span: undefined }
      if (place === null || section === undefined)
        throw new Error(`${JSON.stringify(span)} has no place in the bundle.`)
      expect(lines[place.firstLine - 1]).toMatch(/class\b.*\{$/)
      expect(lines[place.lastLine - 1]).toMatch(/^\s*\}/)
      expect(lines[place.lastLine - 1]).not.toContain('not the end')
      expect(indentOf(lines[place.lastLine - 1])).toBe(indentOf(lines[place.firstLine - 1]))
      expect(place.firstLine).toBeLessThan(probe)
      expect(place.lastLine).toBeGreaterThan(probe)
      expect(place.firstLine).toBeGreaterThan(section.firstLine)
      expect(place.lastLine).toBeLessThanOrEqual(section.lastLine)
      // Only classes inside of it have their probes in it too.
      const others = probes.filter((other) => other.probe > place.firstLine && other.probe < place.lastLine)
      expect(
        others.every((other) => other.span.line >= (span?.line ?? 0) && other.span.endLine <= (span?.endLine ?? 0)),
      ).toBe(true)
    }
  })

  test('that the map does not know has no place', async () => {
    const { lines, mapping } = await bundle(disk)
    const span = { module: 'elsewhere.ts' as ModuleKey, line: 1, column: 1, endLine: 2, endColumn: 1 }
    expect(findDefinitions(lines, mapping, [span])).toEqual([null])
  })
})

test('a definition ends where the map goes on with something else', () => {
  const module = 'a.ts' as ModuleKey
  const span = { module, line: 1, column: 1, endLine: 1, endColumn: 9 }
  const mapping = { sources: [module], mappings: [[[0, 0, 0, 0]], [[0, 0, 4, 0]], []] }
  expect(findDefinitions(['class A {}', 'next()', '}'], mapping, [span])).toEqual([{ firstLine: 1, lastLine: 1 }])
})

test('a module has one section, though its text came again', () => {
  const lines = ['// a.ts', 'one()', '// a.ts', 'one()', '']
  expect(sectionBundle(lines, [{ key: 'a.ts', bytesInOutput: 6 }]).map(({ key }) => key)).toEqual(['a.ts', null])
})

test('a comment whose code has another size divides nothing', () => {
  const lines = ['helper()', '', '// a.ts', 'one()', '', '// b.ts', 'two()', '']
  expect(
    sectionBundle(lines, [
      { key: 'a.ts', bytesInOutput: 6 },
      { key: 'b.ts', bytesInOutput: 99 },
    ]),
  ).toEqual([
    { key: null, firstLine: 1, lastLine: 1, bytes: 9 },
    { key: 'a.ts', firstLine: 3, lastLine: 4, bytes: 6 },
    { key: null, firstLine: 6, lastLine: 7, bytes: 14 },
  ])
})

function indentOf(line = ''): number {
  return line.length - line.trimStart().length
}
