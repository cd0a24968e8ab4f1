/** The graph of module instances: which there are, how they are numbered, and how the program came to each. */
import { expect, test } from 'vitest'
import type { ModuleKey } from '../../../../src/trace/events.ts'
import { chainTo, growImportTree } from '../../../../src/trace/model/import-chain.ts'
import { buildModuleGraph, type ListedModule, type ModuleGraph } from '../../../../src/trace/model/module-graph.ts'
import { foldModules } from '../../../../src/trace/model/modules.ts'
import { evaluated } from './hand-written.ts'

const key = (text: string) => text as ModuleKey

/** Written as `'main.ts': ['./a.ts > a.ts']`; a key that is no file's name says so: `'link.ts = a.ts'`. */
function listed(modules: Readonly<Record<string, readonly string[]>>): readonly ListedModule[] {
  return Object.entries(modules).map(([name, imports]) => {
    const [own = '', file = own] = name.split(' = ')
    return {
      key: own,
      file,
      tracing: 'traced',
      imports: imports.map((line) => {
        const [specifier = '', to = ''] = line.split(' > ')
        return { key: to, specifier, kind: 'import-statement' }
      }),
    }
  })
}

const NOTHING_RAN = foldModules([])

const chainOf = (graph: ModuleGraph, to: string) =>
  chainTo(key(to), growImportTree(graph)).map(({ specifier }) => specifier)

const LINKED = listed({
  'main.ts': ['./twin.ts > twin.ts', './other.ts > other.ts', './real.ts > real.ts'],
  'twin.ts = real.ts': [],
  'other.ts = real.ts': ['./main.ts > main.ts'],
  'real.ts': [],
})

test('one file behind several keys is as many nodes, the canonical one first, then by evaluation', () => {
  const run = foldModules([evaluated('other.ts', 'real.ts'), evaluated('twin.ts', 'real.ts'), evaluated('real.ts')])
  const { doubled, nodes } = buildModuleGraph(LINKED, run)
  expect(nodes.map((node) => [node.key, node.ordinal, node.prints])).toEqual([
    ['main.ts', 1, 1],
    ['twin.ts', 3, 3],
    ['other.ts', 2, 3],
    ['real.ts', 1, 3],
  ])
  expect(doubled.map((prints) => prints.map((print) => print.key))).toEqual([['real.ts', 'other.ts', 'twin.ts']])
  expect(run.files.find(({ file }) => file === 'real.ts')?.instances.map((one) => one.key)).toEqual(
    doubled[0]?.map((print) => print.key),
  )
})

test('an instance that never ran comes behind those that did', () => {
  const { doubled } = buildModuleGraph(LINKED, foldModules([evaluated('other.ts', 'real.ts')]))
  expect(doubled[0]?.map((print) => print.key)).toEqual(['real.ts', 'other.ts', 'twin.ts'])
})

test('each module knows who imported it, and by which words', () => {
  const { byKey } = buildModuleGraph(LINKED, NOTHING_RAN)
  expect(byKey.get(key('main.ts'))?.importedBy).toEqual([
    { from: 'other.ts', to: 'main.ts', specifier: './main.ts', kind: 'import-statement' },
  ])
  expect(byKey.get(key('twin.ts'))?.importedBy.map(({ from }) => from)).toEqual(['main.ts'])
})

test('what is left outside of the bundle is nobody’s node', () => {
  const graph = buildModuleGraph(listed({ 'main.ts': ['elsewhere > elsewhere'] }), NOTHING_RAN)
  expect(graph.nodes.map(({ imports }) => imports)).toEqual([[]])
})

test('an empty bundle has no entry', () => {
  expect(buildModuleGraph([], NOTHING_RAN)).toMatchObject({ entry: null, nodes: [], doubled: [] })
})

test('the chain to a module is the shortest way from the entry, through cycles too', () => {
  const graph = buildModuleGraph(
    listed({
      'main.ts': ['./long.ts > long.ts', './short.ts > short.ts'],
      'long.ts': ['./longer.ts > longer.ts', './main.ts > main.ts'],
      'longer.ts': ['deep > deep.ts'],
      'deep.ts': ['./longer.ts > longer.ts'],
      'short.ts': ['also-deep > deep.ts', './short.ts > short.ts'],
    }),
    NOTHING_RAN,
  )
  expect(chainOf(graph, 'deep.ts')).toEqual(['./short.ts', 'also-deep'])
  expect(chainOf(graph, 'longer.ts')).toEqual(['./long.ts', './longer.ts'])
  expect(chainOf(graph, 'main.ts')).toEqual([])
  expect(chainOf(graph, 'unheard-of.ts')).toEqual([])
})

test('chains are as short as those that a relaxation over all imports finds', () => {
  // A pseudo-random graph that is the same each time.
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(seed / 65_536) % below
  }
  const names = Array.from({ length: 120 }, (_, index) => `m${index}.ts`)
  const modules = listed(
    Object.fromEntries(names.map((name) => [name, [0, 1].map(() => `x > m${random(names.length)}.ts`)])),
  )
  const lengths = new Map([['m0.ts', 0]])
  for (const _ of names) {
    for (const { key: from, imports } of modules) {
      for (const { key: to } of imports) {
        const length = (lengths.get(from) ?? Number.POSITIVE_INFINITY) + 1
        if (length < (lengths.get(to) ?? Number.POSITIVE_INFINITY)) lengths.set(to, length)
      }
    }
  }
  const graph = buildModuleGraph(modules, NOTHING_RAN)
  const tree = growImportTree(graph)
  expect(lengths.size).toBeGreaterThan(60)
  for (const [to, length] of lengths) {
    const chain = chainTo(key(to), tree)
    expect(chain).toHaveLength(length)
    expect([...chain.map(({ from }) => from), to]).toEqual(['m0.ts', ...chain.map((step) => step.to)])
  }
  expect(tree.size).toBe(lengths.size - 1)
})
