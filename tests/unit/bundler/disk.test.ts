import * as fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DiskEntry, DiskTree } from '../../../src/bundler/bundle-types.ts'
import { createDisk, type Disk } from '../../../src/bundler/disk.ts'
import { createTempFolder, writeTree } from '../../support/disk-real.ts'

const CALLS = ['stat', 'lstat', 'readdir', 'readlink', 'realpath', 'readFile'] as const

/** So deep that no generated path leaves the temporary folder, and by no name that a generated path could come back with. */
const NEST = '/nest'.repeat(12)

describe.skipIf(process.platform === 'win32')('a disk beside the real file system', () => {
  it('answers every call on every path of generated trees as the real one does', () => {
    fc.assert(
      fc.property(treeArbitrary(), ({ tree, paths }) => expectSameAnswers(tree, paths)),
      { numRuns: 250 },
    )
  })

  it('gives up where the real one does on a long chain of symlinks', () => {
    const chain = (length: number): DiskTree =>
      Object.fromEntries(
        Array.from({ length }, (_, index): [string, DiskEntry] => [
          `/link-${index}`,
          { kind: 'symlink', target: index === length - 1 ? 'end' : `link-${index + 1}` },
        ]),
      )
    for (const length of process.platform === 'linux' ? [5, 39, 40, 41, 60] : [5, 60]) {
      expectSameAnswers({ ...chain(length), '/end': { kind: 'file', text: 'x' } }, ['/link-0', '/link-0/'])
    }
  })

  it.each([
    ['/loop'],
    ['/loop/x'],
    ['/dangling'],
    ['/file/'],
    ['/file/.'],
    ['/file/..'],
    ['/to-file/'],
    ['/to-dir/'],
    ['/to-dir/../file'],
    ['/to-deep/../sibling'],
    ['/missing/..'],
    ['/dir//file'],
    ['/'],
  ])('agrees on %s', (path) => {
    const file = (text: string): DiskEntry => ({ kind: 'file', text })
    const link = (target: string): DiskEntry => ({ kind: 'symlink', target })
    expectSameAnswers(
      {
        '/file': file('top'),
        '/dir/file': file('汉字 and 😀'),
        '/dir/deep/x': file(''),
        '/dir/sibling': file('s'),
        '/empty': { kind: 'directory' },
        '/loop': link('loop'),
        '/dangling': link('nothing/here'),
        '/to-file': link('file'),
        '/to-dir': link('dir/'),
        '/to-deep': link('dir/deep'),
      },
      [path],
    )
  })
})

describe('a disk', () => {
  it('counts a relative path from the root and knows no empty one', () => {
    const disk = createDisk({ '/a/b': { kind: 'file', text: 'x' } })
    expect(disk.readFile('a/b')).toBe('x')
    expect(() => disk.stat('')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  it.each<[string, DiskTree, RegExp]>([
    [
      'a file inside a file',
      { '/a': { kind: 'file', text: '' }, '/a/b': { kind: 'file', text: '' } },
      /inside "\/a", which is a file/,
    ],
    [
      'a file where a folder is',
      { '/a/b': { kind: 'file', text: '' }, '/a': { kind: 'file', text: '' } },
      /"\/a" is there twice/,
    ],
    [
      'a file inside a symlink',
      { '/a': { kind: 'symlink', target: 'b' }, '/a/b': { kind: 'directory' } },
      /which is a symlink/,
    ],
    ['a relative path', { 'a/b': { kind: 'file', text: '' } }, /no plain absolute path/],
    ['a path with dots', { '/a/../b': { kind: 'file', text: '' } }, /no plain absolute path/],
    ['a symlink to nowhere at all', { '/a': { kind: 'symlink', target: '' } }, /has no target/],
  ])('refuses a tree with %s', (_, tree, message) => {
    expect(() => createDisk(tree)).toThrow(message)
  })

  it('takes a folder that is both named and implied', () => {
    const disk = createDisk({ '/a/b': { kind: 'file', text: '' }, '/a': { kind: 'directory' } })
    expect(disk.readdir('/a')).toEqual(['b'])
  })
})

function treeArbitrary(): fc.Arbitrary<{ tree: DiskTree; paths: string[] }> {
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const step = fc.oneof({ weight: 5, arbitrary: name }, { weight: 2, arbitrary: fc.constantFrom('..', '.', '') })
  const steps = (maxLength: number) =>
    fc
      .tuple(fc.array(step, { minLength: 1, maxLength }), fc.constantFrom('', '', '/'))
      .map(([parts, end]) => parts.join('/') + end)
  const target = fc.oneof(
    steps(3).filter((text) => text !== '' && !text.startsWith('/')),
    steps(3).map((text) => `/${text}`),
  )
  const { folder } = fc.letrec<{ folder: Branch; node: Branch | DiskEntry }>((tie) => ({
    folder: fc
      .dictionary(name, tie('node'), { maxKeys: 4, noNullPrototype: true })
      .map((children): Branch => ({ kind: 'branch', children })),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string({ maxLength: 5, unit: 'grapheme' }).map((text): DiskEntry => ({ kind: 'file', text })),
      target.map((to): DiskEntry => ({ kind: 'symlink', target: to })),
      tie('folder'),
    ),
  }))
  const paths = fc.array(
    steps(5).map((text) => `/${text}`),
    { minLength: 5, maxLength: 12 },
  )
  return fc.record({ tree: folder.map((branch) => flatten('', branch)), paths })
}

interface Branch {
  readonly kind: 'branch'
  readonly children: Readonly<Record<string, Branch | DiskEntry>>
}

function flatten(path: string, node: Branch | DiskEntry): DiskTree {
  if (node.kind !== 'branch') return { [path]: node }
  const below = Object.entries(node.children).map(([name, child]) => flatten(`${path}/${name}`, child))
  return Object.assign(path === '' ? {} : { [path]: { kind: 'directory' } }, ...below)
}

function expectSameAnswers(tree: DiskTree, paths: readonly string[]): void {
  const temp = createTempFolder()
  try {
    const root = temp.path + NEST
    const there = ([path, entry]: [string, DiskEntry]): [string, DiskEntry] => {
      const isAbsolute = entry.kind === 'symlink' && entry.target.startsWith('/')
      return [root + path, isAbsolute ? { kind: 'symlink', target: root + entry.target } : entry]
    }
    const moved: DiskTree = { [root]: { kind: 'directory' }, ...Object.fromEntries(Object.entries(tree).map(there)) }
    writeTree(moved)
    const disk = createDisk(moved)
    for (const path of paths) {
      for (const call of CALLS) {
        const question = `${call} ${path} of ${JSON.stringify(tree)}`
        const [virtual, real] = [
          outcome(() => virtualAnswer(disk, call, root + path)),
          outcome(() => realAnswer(call, root + path)),
        ]
        expect({ question, answer: virtual }).toEqual({ question, answer: real })
      }
    }
  } finally {
    temp.dispose()
  }
}

function outcome(ask: () => unknown): unknown {
  try {
    return ask()
  } catch (error) {
    return (error as NodeJS.ErrnoException).code
  }
}

function virtualAnswer(disk: Disk, call: (typeof CALLS)[number], path: string): unknown {
  if (call !== 'stat' && call !== 'lstat') return disk[call](path)
  const { kind, size } = disk[call](path)
  return { kind, size: kind === 'directory' ? 'any' : size }
}

function realAnswer(call: (typeof CALLS)[number], path: string): unknown {
  if (call === 'readdir') return fs.readdirSync(path).sort()
  if (call === 'readlink') return fs.readlinkSync(path)
  if (call === 'realpath') return fs.realpathSync.native(path)
  if (call === 'readFile') return fs.readFileSync(path, 'utf8')
  const stat = call === 'stat' ? fs.statSync(path) : fs.lstatSync(path)
  if (stat.isDirectory()) return { kind: 'directory', size: 'any' }
  return { kind: stat.isFile() ? 'file' : 'symlink', size: stat.size }
}
