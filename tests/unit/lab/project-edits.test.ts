import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '#src/bundler/bundle-types.ts'
import { createDisk } from '#src/bundler/disk.ts'
import type { FaultKind } from '#src/lab/fault.ts'
import { toTree } from '#src/lab/mount.ts'
import type { Project } from '#src/lab/project.ts'
import {
  addFile,
  addLink,
  type Edited,
  listFolders,
  moveFile,
  movePath,
  removeFile,
  removeLink,
  renameFile,
  renameFolder,
  retargetLink,
  setBuild,
  setEntry,
} from '#src/lab/project-edits.ts'
import { foreignProjectSchema, PROJECT_LIMITS } from '#src/lab/project-schema.ts'

const project: Project = {
  dask: '2024.7.1',
  packages: ['dask'],
  entry: 'main.ts',
  files: { 'main.ts': 'main', 'lib/kit.ts': 'kit', 'node_modules/own/index.ts': 'own' },
  links: { linked: 'lib' },
  build: DEFAULT_BUILD,
}

function projectOf(edited: Edited): Project {
  if (edited.kind === 'refused') throw new Error(`refused: ${JSON.stringify(edited.problem)}`)
  return edited.project
}

const paths = (edited: Edited) => Object.keys(projectOf(edited).files)

describe('files', () => {
  test('a new one comes last, in whatever folder its path names', () => {
    expect(paths(addFile(project, 'deep/er/new.ts'))).toEqual([...Object.keys(project.files), 'deep/er/new.ts'])
  })

  test('one that was removed comes back where it stood, with its text', () => {
    const removed = projectOf(removeFile(project, 'lib/kit.ts'))
    expect(Object.entries(projectOf(addFile(removed, 'lib/kit.ts', 'kit', 1)).files)).toEqual(
      Object.entries(project.files),
    )
  })

  test('a renamed one keeps its place and its text, and goes on being the entry', () => {
    const renamed = projectOf(renameFile(project, 'main.ts', 'src/start.ts'))
    expect(Object.entries(renamed.files)[0]).toEqual(['src/start.ts', 'main'])
    expect(renamed.entry).toBe('src/start.ts')
  })

  test('a file can be renamed into a folder of its own former name', () => {
    expect(paths(renameFile(project, 'main.ts', 'main.ts/index.ts'))[0]).toBe('main.ts/index.ts')
  })

  test('with the entry gone, the first of the others is run', () => {
    expect(projectOf(removeFile(project, 'main.ts')).entry).toBe('lib/kit.ts')
  })

  test('they move in both directions, and no further than the ends', () => {
    expect(paths(moveFile(project, 'lib/kit.ts', -1))).toEqual(['lib/kit.ts', 'main.ts', 'node_modules/own/index.ts'])
    expect(paths(moveFile(project, 'main.ts', 9))).toEqual(['lib/kit.ts', 'node_modules/own/index.ts', 'main.ts'])
  })

  test('any of them can be the entry', () => {
    expect(projectOf(setEntry(project, 'lib/kit.ts')).entry).toBe('lib/kit.ts')
  })

  test.each([
    ['main.ts', { kind: 'exists', path: 'main.ts' }],
    ['linked', { kind: 'exists', path: 'linked' }],
    ['lib', { kind: 'is-folder', path: 'lib' }],
    ['node_modules', { kind: 'is-folder', path: 'node_modules' }],
    ['main.ts/inside.ts', { kind: 'not-in-folder', path: 'main.ts/inside.ts', above: 'main.ts' }],
    ['linked/new.ts', { kind: 'not-in-folder', path: 'linked/new.ts', above: 'linked' }],
    ...['', '/main.ts', 'a//b', '../out.ts', 'a/./b', 'a b.ts', '__proto__', 'constructor', 'a\\b', 'x/', '文.ts'].map(
      (path) => [path, { kind: 'bad-path', path }] as const,
    ),
    ['constructor', { kind: 'bad-path', path: 'constructor', fault: { place: '', kind: 'path-name', detail: '' } }],
    ...['con', 'aux/x.ts', 'lib/NUL.ts', 'com1.d.ts'].map(
      (path) => [path, { kind: 'not-on-windows', path, step: path.replace(/^lib\/|\/x\.ts$/g, '') }] as const,
    ),
    ['lib./new.ts', { kind: 'not-on-windows', path: 'lib./new.ts', step: 'lib.' }],
    ['Main.ts', { kind: 'other-case', path: 'Main.ts', like: 'main.ts' }],
    ['LIB/new.ts', { kind: 'other-case', path: 'LIB/new.ts', like: 'lib' }],
    ['Linked', { kind: 'other-case', path: 'Linked', like: 'linked' }],
  ] as const)('there can be none at %j', (path, problem) => {
    expect(addFile(project, path)).toMatchObject({ kind: 'refused', problem })
    expect(renameFile(project, 'node_modules/own/index.ts', path)).toMatchObject(
      // Its own folder is free once it has gone.
      path === 'node_modules' ? { kind: 'edited' } : { kind: 'refused', problem },
    )
  })

  test('what is not there cannot be edited, not even by a name that every object has', () => {
    for (const path of ['none.ts', 'toString']) {
      const refused = { kind: 'refused', problem: { kind: 'missing', path } }
      expect(removeFile(project, path)).toEqual(refused)
      expect(moveFile(project, path, 1)).toEqual(refused)
      expect(renameFile(project, path, 'x.ts')).toEqual(refused)
      expect(setEntry(project, path)).toEqual(refused)
      expect(removeLink(project, path)).toEqual(refused)
    }
  })

  test('the last one stays', () => {
    const one = { ...project, files: { 'main.ts': '' } }
    expect(removeFile(one, 'main.ts')).toEqual({ kind: 'refused', problem: { kind: 'last-file', path: 'main.ts' } })
  })

  test('there are not endlessly many', () => {
    const names = Array.from({ length: PROJECT_LIMITS.files }, (_, index) => [`f${index}.ts`, ''])
    const full = { ...project, files: Object.fromEntries(names) }
    expect(addFile(full, 'one-more.ts')).toMatchObject({ problem: { kind: 'too-many', limit: PROJECT_LIMITS.files } })
  })
})

describe('links', () => {
  test('one may lead to a folder, a file, a package, or to what is not there yet', () => {
    for (const target of ['lib', 'main.ts', 'node_modules/distributed', 'later.ts'])
      expect(projectOf(addLink(project, 'new', target)).links.new).toBe(target)
  })

  test('one that is there turns to its new target', () => {
    expect(projectOf(retargetLink(project, 'linked', 'main.ts')).links).toEqual({ linked: 'main.ts' })
    expect(addLink(project, 'linked', 'main.ts')).toMatchObject({ problem: { kind: 'exists' } })
    expect(retargetLink(project, 'other', 'main.ts')).toMatchObject({ problem: { kind: 'missing' } })
  })

  test('one may lead up, as long as it stays in the project', () => {
    expect(addLink(project, 'node_modules/kit', '../lib')).toMatchObject({ kind: 'edited' })
    expect(addLink(project, 'kit', '../lib')).toEqual({
      kind: 'refused',
      problem: { kind: 'bad-target', target: '../lib' },
    })
  })

  test.each(['', '/etc', '/project/main.ts', 'a/../../b', 'a\\b', 'a\u0000'])('none leads to %j', (target) => {
    expect(addLink(project, 'new', target)).toEqual({ kind: 'refused', problem: { kind: 'bad-target', target } })
  })

  test('none leads in a circle, by itself or with others', () => {
    expect(addLink(project, 'self', 'self')).toMatchObject({ problem: { kind: 'link-loop', path: 'self' } })
    const half = projectOf(addLink(project, 'one', 'two/kit.ts'))
    expect(addLink(half, 'two', 'one')).toMatchObject({ problem: { kind: 'link-loop', path: 'two', target: 'one' } })
  })

  test('one may lead to the folder that it lies in, as on a real disk', () => {
    expect(addLink(project, 'lib/here', '.')).toMatchObject({ kind: 'edited' })
  })

  test('a removed one is gone', () => {
    expect(projectOf(removeLink(project, 'linked')).links).toEqual({})
  })
})

describe('build settings', () => {
  test('are taken as they are where esbuild can take them', () => {
    const build = {
      preserveSymlinks: true,
      conditions: ['development'],
      alias: { kit: './lib/kit.ts' },
      external: ['a/*'],
    }
    expect(projectOf(setBuild(project, build)).build).toEqual(build)
  })

  test.each([
    ['conditions', { conditions: ['a,b'] }],
    ['alias', { alias: { './kit': 'x' } }],
    ['alias', { alias: { kit: '' } }],
    ['external', { external: ['*a*'] }],
    ['external', { external: [''] }],
  ] as const)('name the one that cannot be: %s', (setting, change) => {
    expect(setBuild(project, { ...DEFAULT_BUILD, ...change })).toEqual({
      kind: 'refused',
      problem: { kind: 'bad-setting', setting },
    })
  })
})

describe('folders', () => {
  const nested: Project = {
    ...project,
    entry: 'lib/main.ts',
    files: { 'a.ts': 'a', 'lib/main.ts': 'main', 'lib/deep/kit.ts': 'kit', 'library.ts': 'other' },
    links: { 'lib/up': '../a.ts', twin: 'lib' },
  }

  test('are those of files and links', () => {
    expect(listFolders({ ...nested, links: { 'links/one': '../a.ts' } })).toEqual(['lib', 'lib/deep', 'links'])
  })

  test('move with all that is in them, in its place, the entry included; what is written stays as it is', () => {
    const renamed = projectOf(renameFolder(nested, 'lib', 'src/kit'))
    expect(Object.entries(renamed.files)).toEqual([
      ['a.ts', 'a'],
      ['src/kit/main.ts', 'main'],
      ['src/kit/deep/kit.ts', 'kit'],
      ['library.ts', 'other'],
    ])
    expect(renamed.entry).toBe('src/kit/main.ts')
    expect(renamed.links).toEqual({ 'src/kit/up': '../a.ts', twin: 'lib' })
  })

  test('may move into themselves, and back', () => {
    const inner = projectOf(renameFolder(nested, 'lib', 'lib/inner'))
    expect(movePath('lib/deep/kit.ts', 'lib', 'lib/inner')).toBe('lib/inner/deep/kit.ts')
    expect(projectOf(renameFolder(inner, 'lib/inner', 'lib2'))).toMatchObject({ entry: 'lib2/main.ts' })
  })

  const bad = (path: string, kind: FaultKind, detail = '') =>
    ({ kind: 'bad-path', path, fault: { place: '', kind, detail } }) as const

  test.each<[string, string, Edited]>([
    ['none', 'x', { kind: 'refused', problem: { kind: 'missing', path: 'none' } }],
    ['lib', '../up', { kind: 'refused', problem: bad('../up', 'path-steps') }],
    ['lib', 'a.ts', { kind: 'refused', problem: { kind: 'exists', path: 'a.ts' } }],
    ['lib/deep', 'lib', { kind: 'refused', problem: { kind: 'exists', path: 'lib' } }],
    ['lib', 'a.ts/x', { kind: 'refused', problem: { kind: 'not-in-folder', path: 'a.ts/x', above: 'a.ts' } }],
    ['lib', 'twin/x', { kind: 'refused', problem: { kind: 'not-in-folder', path: 'twin/x', above: 'twin' } }],
    ['lib', 'x'.repeat(195), { kind: 'refused', problem: bad(`${'x'.repeat(195)}/main.ts`, 'long-path', '200') }],
  ])('from %s to %s is refused with the reason', (from, to, refusal) => {
    expect(renameFolder(nested, from, to)).toEqual(refusal)
  })

  test('are not moved to where a link in them would lead out of the project, or in a circle', () => {
    const far: Project = { ...nested, links: { 'lib/deep/up': '../../a.ts' } }
    expect(renameFolder(far, 'lib/deep', 'top')).toEqual({
      kind: 'refused',
      problem: { kind: 'bad-target', target: '../../a.ts' },
    })
    // It leads to what is not there yet; once it is moved, to itself.
    const turning: Project = { ...nested, links: { 'lib/one': '../x/one' } }
    expect(renameFolder(turning, 'lib', 'x')).toEqual({
      kind: 'refused',
      problem: { kind: 'link-loop', path: 'x/one', target: '../x/one' },
    })
    const near: Project = { ...nested, links: { 'lib/self': 'other/self' } }
    expect(renameFolder(near, 'lib', 'x')).toMatchObject({ kind: 'edited' })
  })
})

test('a symlink that was removed comes back where it stood', () => {
  const linked: Project = { ...project, links: { one: 'lib', two: 'lib', three: 'lib' } }
  const removed = projectOf(removeLink(linked, 'two'))
  expect(Object.keys(projectOf(addLink(removed, 'two', 'lib', 1)).links)).toEqual(['one', 'two', 'three'])
})

test('whatever is done in whatever order, the project can be laid out, stored and sent', () => {
  const path = fc.constantFrom('a', 'a/b', 'a/b/c', 'b', 'c.ts', 'node_modules/a', '../a', 'constructor')
  const step = fc.oneof(
    fc.tuple(fc.constant('add' as const), path, path),
    fc.tuple(fc.constant('rename' as const), path, path),
    fc.tuple(fc.constant('folder' as const), path, path),
    fc.tuple(fc.constant('remove' as const), path, path),
    fc.tuple(fc.constant('link' as const), path, path),
    fc.tuple(fc.constant('unlink' as const), path, path),
  )
  const take = (before: Project, [what, one, other]: readonly [string, string, string]): Edited => {
    if (what === 'add') return addFile(before, one)
    if (what === 'rename') return renameFile(before, one, other)
    if (what === 'folder') return renameFolder(before, one, other)
    if (what === 'remove') return removeFile(before, one)
    return what === 'link' ? addLink(before, one, other) : removeLink(before, one)
  }
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let current = project
      for (const next of steps) {
        const edited = take(current, next)
        if (edited.kind === 'edited') current = edited.project
      }
      expect(foreignProjectSchema.parse(current)).toEqual(current)
      expect(() => createDisk(toTree(current))).not.toThrow()
    }),
  )
})
