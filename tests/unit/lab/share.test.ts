import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '#src/bundler/bundle-types.ts'
import { catalogueOf } from '#src/lab/catalogue.ts'
import { listLabs, readLab, readPackageShelf } from '#src/lab/content-node.ts'
import { mountProject } from '#src/lab/mount.ts'
import { type Project, projectOf } from '#src/lab/project.ts'
import { foreignProjectSchema, PROJECT_LIMITS } from '#src/lab/project-schema.ts'
import { isSharedFragment, MAX_PACKED, MAX_UNPACKED, packProject, unpackProject } from '#src/lab/share.ts'
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts'

const shelf = readPackageShelf(process.cwd())
const catalogue = catalogueOf(shelf)
const project: Project = {
  dask: '2024.7.1',
  packages: ['dask'],
  entry: 'main.ts',
  files: { 'z.ts': 'export const z = "逗号, ☂"\n', 'main.ts': "import './z.ts'\n", 'node_modules/own/index.js': '' },
  links: { 'node_modules/kit': '../z.ts' },
  build: { ...DEFAULT_BUILD, preserveSymlinks: true, alias: { kit: './z.ts' } },
}

const linkOf = (value: unknown) => `v1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`
const open = (fragment: string) => unpackProject(fragment, catalogue)

describe('a link that was made here', () => {
  test('brings the whole project back, in its order, with the file that was open', async () => {
    const packed = await packProject({ project, focus: 'z.ts', name: null })
    if (packed.kind === 'refused') throw new Error(packed.problem.kind)
    expect(packed.fragment).toMatch(/^v1\.[\w-]+$/)
    const unpacked = await open(packed.fragment)
    expect(unpacked).toEqual({ kind: 'unpacked', shared: { project, focus: 'z.ts', name: null } })
    if (unpacked.kind === 'unpacked')
      expect(Object.keys(unpacked.shared.project.files)).toEqual(Object.keys(project.files))
  })

  test.each(listLabs(process.cwd()))('holds the lab %s', async (id) => {
    const { config, start } = readLab(process.cwd(), id)
    const lab = projectOf(config, start)
    const packed = await packProject({ project: lab, focus: config.focus, name: null })
    if (packed.kind === 'refused') throw new Error(JSON.stringify(packed.problem))
    expect(await open(packed.fragment)).toEqual({
      kind: 'unpacked',
      shared: { project: lab, focus: config.focus, name: null },
    })
  })

  test('carries the name that its reader gave the project, and is as before where there is none', async () => {
    const shared = { project, focus: 'z.ts', name: '我的 <b>project</b>' }
    const packed = await packProject(shared)
    if (packed.kind === 'refused') throw new Error(packed.problem.kind)
    expect(await open(packed.fragment)).toEqual({ kind: 'unpacked', shared })
    const unnamed = await packProject({ ...shared, name: null })
    expect(unnamed).toEqual({ kind: 'packed', fragment: expect.stringMatching(/^v1/) })
    expect(await open(linkOf({ project, focus: 'z.ts' }))).toMatchObject({ kind: 'unpacked', shared: { name: null } })
    for (const name of ['', ' ', 'x'.repeat(81), 7]) {
      expect(await open(linkOf({ project, focus: 'z.ts', name }))).toMatchObject({
        problem: { kind: 'invalid', fault: { place: 'name' } },
      })
    }
  })

  test('is not made of more than a link can carry, and not read either', async () => {
    const noise = createHash('shake256', { outputLength: 60_000 }).update('noise').digest('base64')
    const loud = { ...project, files: { 'main.ts': noise } }
    expect(await open(linkOf({ project: loud, focus: 'main.ts' }))).toMatchObject({ problem: { kind: 'too-large' } })
    expect(await packProject({ project: loud, focus: 'main.ts', name: null })).toMatchObject({
      problem: { kind: 'too-large' },
    })
    const long = { ...project, files: { 'main.ts': 'x'.repeat(PROJECT_LIMITS.file + 1) } }
    expect(await packProject({ project: long, focus: 'main.ts', name: null })).toMatchObject({
      problem: {
        kind: 'invalid',
        fault: { place: 'project.files["main.ts"]', kind: 'long-file', detail: String(PROJECT_LIMITS.file) },
      },
    })
  })
})

describe('a link of someone else', () => {
  test('of a later version says so', async () => {
    expect(await open('v2.abc')).toEqual({ kind: 'refused', problem: { kind: 'other-version', version: '2' } })
  })

  test.each(['', 'v1', 'v1.', 'v1.%%%', 'v1.abc', 'v.abc', 'v1.a', 'x1.abc', `v${'9'.repeat(40)}.abc`])(
    'is damaged: %j',
    async (fragment) => {
      expect(await open(fragment)).toEqual({ kind: 'refused', problem: { kind: 'damaged' } })
    },
  )

  test('that was cut short anywhere is damaged', async () => {
    const whole = linkOf({ project, focus: 'main.ts' })
    for (let length = 4; length < whole.length; length += 7)
      expect(await open(whole.slice(0, length))).toMatchObject({ problem: { kind: 'damaged' } })
  })

  test('that unfolds to more than a project can be is not unfolded', async () => {
    const bomb = deflateRawSync(Buffer.alloc(40 * MAX_UNPACKED)).toString('base64url')
    expect(`v1.${bomb}`.length).toBeGreaterThan(MAX_PACKED)
    expect(await open(`v1.${bomb}`)).toMatchObject({ problem: { kind: 'too-large' } })
    const small = deflateRawSync(Buffer.alloc(4 * MAX_UNPACKED)).toString('base64url')
    expect(`v1.${small}`.length).toBeLessThan(MAX_PACKED)
    expect(await open(`v1.${small}`)).toMatchObject({ problem: { kind: 'too-large' } })
  })

  test.each([
    ['no object', 7],
    ['a list', []],
    ['something more', { project, focus: 'main.ts', run: true }],
    ['a setting more', { project: { ...project, build: { ...project.build, plugins: [] } }, focus: 'main.ts' }],
    ['a path that leads out', { project: { ...project, files: { '../x.ts': '', 'main.ts': '' } }, focus: 'main.ts' }],
    ['a link that leads out', { project: { ...project, links: { x: '../../etc' } }, focus: 'main.ts' }],
    ['an absolute link', { project: { ...project, links: { x: '/etc' } }, focus: 'main.ts' }],
    ['an entry that is not there', { project: { ...project, entry: 'none.ts' }, focus: 'main.ts' }],
    ['an entry that every object has', { project: { ...project, entry: 'valueOf' }, focus: 'main.ts' }],
    ['a file in a file', { project: { ...project, files: { 'main.ts': '', 'main.ts/x': '' } }, focus: 'main.ts' }],
    [
      'a file in a link',
      { project: { ...project, links: { a: 'b' }, files: { 'main.ts': '', 'a/x': '' } }, focus: 'a' },
    ],
    ['a text that is none', { project: { ...project, files: { 'main.ts': {} } }, focus: 'main.ts' }],
    ['a version that is none', { project: { ...project, dask: '__proto__' }, focus: 'main.ts' }],
  ])('that holds %s is no project', async (_what, value) => {
    expect(await open(linkOf(value))).toMatchObject({ kind: 'refused', problem: { kind: 'invalid' } })
  })

  test('that asks for what this site does not have names it', async () => {
    expect(await open(linkOf({ project: { ...project, dask: '1999.1.1' }, focus: 'main.ts' }))).toEqual({
      kind: 'refused',
      problem: { kind: 'lacking', lacking: { what: 'version', name: '1999.1.1' } },
    })
    expect(await open(linkOf({ project: { ...project, packages: ['toString'] }, focus: 'main.ts' }))).toEqual({
      kind: 'refused',
      problem: { kind: 'lacking', lacking: { what: 'package', name: 'toString' } },
    })
  })

  test('cannot reach a prototype', async () => {
    const text = JSON.stringify({ project, focus: 'main.ts' }).replace('"files":{', '"files":{"__proto__":{"hit":1},')
    const unpacked = await open(`v1.${deflateRawSync(text).toString('base64url')}`)
    expect(Reflect.get({}, 'hit')).toBeUndefined()
    if (unpacked.kind === 'unpacked') expect(Reflect.get(unpacked.shared.project.files, 'hit')).toBeUndefined()
  })
})

describe('whatever a link holds, it is a valid project or a clear refusal', { timeout: FUZZ_TIMEOUT }, () => {
  const settled = async (fragment: string) => {
    const unpacked = await open(fragment)
    if (unpacked.kind === 'refused') {
      expect(unpacked.problem.kind).toMatch(/^[a-z-]+$/)
      return
    }
    const found = unpacked.shared.project
    expect(foreignProjectSchema.parse(found)).toEqual(found)
    expect(Object.hasOwn(found.files, unpacked.shared.focus)).toBe(true)
    mountProject(found, shelf)
  }

  test('letters at random', async () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 200 }).map((text) => `v1.${text}`),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => `v1.${Buffer.from(bytes).toString('base64url')}`),
    )
    await fc.assert(fc.asyncProperty(fragment, settled), { numRuns: FUZZ_RUNS })
  })

  test('texts and values at random', async () => {
    const value = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.jsonValue().map((any) => JSON.stringify(any)),
    )
    const fragment = value.map((text) => `v1.${deflateRawSync(text).toString('base64url')}`)
    await fc.assert(fc.asyncProperty(fragment, settled), { numRuns: FUZZ_RUNS })
  })

  test('projects with parts at random', async () => {
    const any = fc.jsonValue({ maxDepth: 2 })
    const mostly = (...likely: readonly string[]) =>
      fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...likely) }, fc.string())
    const path = fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom('main.ts', 'a/b', 'c', 'd.ts', 'node_modules/distributed/index.ts') },
      fc.constantFrom('a', '..', '__proto__', 'constructor', '/x', 'node_modules/distributed'),
      fc.string({ maxLength: 12 }),
    )
    const text = fc.oneof({ weight: 30, arbitrary: fc.string() }, any)
    const part = <T>(likely: fc.Arbitrary<T>) => fc.oneof({ weight: 30, arbitrary: likely }, any)
    const value = fc.record({
      focus: part(path),
      project: part(
        fc.record({
          dask: part(fc.constantFrom(...catalogue.versions, '9.9')),
          packages: part(fc.array(fc.constantFrom(...catalogue.packages, 'nowhere', 'constructor'), { maxLength: 2 })),
          entry: part(fc.constant('main.ts')),
          files: part(fc.dictionary(path, text, { maxKeys: 4 }).map((files) => ({ 'main.ts': '', ...files }))),
          links: part(fc.dictionary(mostly('x', 'y/z'), mostly('a', 'main.ts', '../a', '../../a'), { maxKeys: 2 })),
          build: part(
            fc.record({
              preserveSymlinks: part(fc.boolean()),
              conditions: part(fc.array(mostly('module', 'development'), { maxLength: 2 })),
              alias: part(fc.dictionary(mostly('kit', 'dask'), mostly('./a/b', 'distributed'), { maxKeys: 2 })),
              external: part(fc.array(mostly('kit', 'a/*', '**'), { maxLength: 2 })),
            }),
          ),
        }),
      ),
    })
    let opened = 0
    await fc.assert(
      fc.asyncProperty(value, async (shared) => {
        await settled(linkOf(shared))
        if ((await open(linkOf(shared))).kind === 'unpacked') opened += 1
      }),
      { numRuns: FUZZ_RUNS },
    )
    // The property says nothing where every link is refused.
    expect(opened).toBeGreaterThan(FUZZ_RUNS / 100)
  })

  test('real links with letters changed', async () => {
    const whole = linkOf({ project, focus: 'main.ts' })
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.constantFrom(...'aZ09-_.%!'))
    const fragment = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
      const letters = [...whole]
      for (const [at, letter] of changes) letters[at] = letter
      return letters.join('')
    })
    await fc.assert(fc.asyncProperty(fragment, settled), { numRuns: FUZZ_RUNS })
  })
})

test('only what begins like a shared project is taken for one', () => {
  expect(['v1.abc', 'v2.abc', 'v1.'].map(isSharedFragment)).toEqual([true, true, true])
  expect(['', 'lab=a/b', 'content', 'v1'].map(isSharedFragment)).toEqual([false, false, false, false])
})
