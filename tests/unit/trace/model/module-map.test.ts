/** The choice of what a drawing of the modules shows. */
import { expect, test } from 'vitest'
import type { ModuleKey } from '../../../../src/trace/events.ts'
import { buildModuleGraph, type ListedModule, type ModuleGraph } from '../../../../src/trace/model/module-graph.ts'
import { drawModuleMap, type ModuleMap, packageFolder } from '../../../../src/trace/model/module-map.ts'
import { foldModules } from '../../../../src/trace/model/modules.ts'

const key = (text: string) => text as ModuleKey
const CLOSED = { wanted: [], opened: new Set<string>() }

function graphOf(modules: readonly (readonly [key: string, imports: readonly string[], file?: string])[]): ModuleGraph {
  const listed = modules.map(
    ([own, imports, file = own]): ListedModule => ({
      key: own,
      file,
      tracing: 'traced',
      imports: imports.map((to) => ({ key: to, specifier: `to ${to}`, kind: 'import-statement' })),
    }),
  )
  return buildModuleGraph(listed, foldModules([]))
}

function names({ nodes }: ModuleMap): readonly string[] {
  return nodes.map((node) =>
    node.kind === 'sheet' ? node.prints.map((print) => print.key).join(' + ') : `${node.owner}: ${node.modules.length}`,
  )
}

const KIT = 'node_modules/kit'
const kit = graphOf([
  ['main.ts', [`${KIT}/index.js`]],
  [`${KIT}/index.js`, [`${KIT}/a.js`, `${KIT}/b.js`]],
  [`${KIT}/a.js`, [`${KIT}/b.js`]],
  [`${KIT}/b.js`, [`${KIT}/c.js`]],
  [`${KIT}/c.js`, []],
])

test('the project’s files and the doors to its packages are drawn, the inside of a package is one pile', () => {
  const map = drawModuleMap(kit, CLOSED)
  expect(names(map)).toEqual(['main.ts', `${KIT}/index.js`, `${KIT}: 3`])
  expect(map.edges.map(({ from, to, imports }) => [from.key, to.key, imports.length])).toEqual([
    ['main.ts', `${KIT}/index.js`, 1],
    [`${KIT}/index.js`, null, 2],
  ])
})

test('a pile that is opened shows its modules', () => {
  const pile = drawModuleMap(kit, CLOSED).nodes.find(({ kind }) => kind === 'rest')
  const map = drawModuleMap(kit, { wanted: [], opened: new Set([pile?.id ?? '']) })
  expect(names(map)).toEqual(['main.ts', `${KIT}/index.js`, `${KIT}/a.js`, `${KIT}/b.js`, `${KIT}/c.js`])
  expect(map.edges).toHaveLength(5)
})

test('a wanted module is drawn with the way to it, and a pile of one is no pile', () => {
  expect(names(drawModuleMap(kit, { ...CLOSED, wanted: [key(`${KIT}/c.js`)] }))).toEqual([
    'main.ts',
    `${KIT}/index.js`,
    `${KIT}/a.js`,
    `${KIT}/b.js`,
    `${KIT}/c.js`,
  ])
})

test('a doubled file is one sheet with a print for each key, wherever it lies, with the way to each', () => {
  const real = 'node_modules/deep/real.js'
  const graph = graphOf([
    ['main.ts', ['node_modules/deep/door.js', 'link.js']],
    ['node_modules/deep/door.js', ['node_modules/deep/inside.js']],
    ['node_modules/deep/inside.js', [real, 'node_modules/deep/x.js', 'node_modules/deep/y.js']],
    [real, []],
    ['node_modules/deep/x.js', []],
    ['node_modules/deep/y.js', []],
    ['link.js', [], real],
  ])
  const map = drawModuleMap(graph, CLOSED)
  expect(names(map)).toEqual([
    'main.ts',
    'node_modules/deep/door.js',
    'node_modules/deep/inside.js',
    `${real} + link.js`,
    'node_modules/deep: 2',
  ])
  expect(map.edges.filter(({ to }) => to.node === `sheet ${real}`).map(({ from, to }) => [from.key, to.key])).toEqual([
    ['main.ts', 'link.js'],
    ['node_modules/deep/inside.js', real],
  ])
})

test('what a doubled file asks of a pile that is reached without it is counted, not drawn', () => {
  const twin = `${KIT}/twin.js`
  const inside = [`${KIT}/a.js`, `${KIT}/b.js`]
  const graph = graphOf([
    ['main.ts', [`${KIT}/index.js`, 'link.js']],
    [`${KIT}/index.js`, [...inside, twin]],
    [twin, inside],
    ['link.js', inside, twin],
    [`${KIT}/a.js`, [twin]],
    [`${KIT}/b.js`, []],
  ])
  const { edges, undrawn } = drawModuleMap(graph, CLOSED)
  expect(edges.filter(({ from }) => from.node === `sheet ${twin}`)).toEqual([])
  expect(edges.filter(({ to }) => to.node === `sheet ${twin}`)).toHaveLength(3)
  expect(undrawn).toBe(4)
})

test('an import from one print of a sheet to the other is counted, not drawn', () => {
  const map = drawModuleMap(
    graphOf([
      ['main.ts', ['main.ts?v=2']],
      ['main.ts?v=2', [], 'main.ts'],
    ]),
    CLOSED,
  )
  expect(names(map)).toEqual(['main.ts + main.ts?v=2'])
  expect(map).toMatchObject({ edges: [], undrawn: 1 })
})

test('every import is drawn once, inside a pile, or counted', () => {
  const { edges, undrawn } = drawModuleMap(kit, CLOSED)
  const all = kit.nodes.flatMap(({ imports }) => imports)
  const drawn = edges.flatMap(({ imports }) => imports)
  // a → b and b → c lie inside the pile.
  expect(drawn.length + undrawn + 2).toBe(all.length)
})

test('two thousand modules make a drawing that a person can read, and nothing is lost', () => {
  const own = Array.from({ length: 1_000 }, (_, index) => `src/m${index}.ts`)
  const packed = Array.from({ length: 1_000 }, (_, index) => `node_modules/p${index % 200}/m${index}.js`)
  const graph = graphOf([
    ['main.ts', [...own, ...packed]],
    ...own.map((name) => [name, packed.slice(0, 5)] as const),
    ...packed.map((name) => [name, []] as const),
  ])
  const map = drawModuleMap(graph, CLOSED)
  expect(map.nodes.length).toBeLessThan(60)
  expect(map.edges.length).toBeLessThanOrEqual(120)
  const shown = map.nodes.flatMap((node) => (node.kind === 'sheet' ? node.prints : node.modules))
  expect(new Set(shown.map((node) => node.key)).size).toBe(2_001)

  const opened = new Set(map.nodes.flatMap((node) => (node.kind === 'rest' ? [node.id] : [])))
  expect(drawModuleMap(graph, { wanted: [], opened }).edges.length).toBeLessThanOrEqual(120)
})

test('a file with a hundred keys shows a few prints and counts the others', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `kit.ts?v=${index}`)
  const graph = graphOf([['main.ts', keys], ...keys.map((own) => [own, [], 'kit.ts'] as const)])
  const sheet = drawModuleMap(graph, CLOSED).nodes.find((node) => node.kind === 'sheet' && node.file === 'kit.ts')
  expect(sheet).toMatchObject({ hidden: 96 })
})

test.each([
  ['main.ts', null],
  ['src/kit.ts', null],
  ['node_modules/kit/index.js', 'node_modules/kit'],
  ['node_modules/@scope/kit/lib/a.js', 'node_modules/@scope/kit'],
  ['node_modules/host/node_modules/kit/index.js', 'node_modules/host/node_modules/kit'],
])('%s belongs to %s', (file, folder) => {
  expect(packageFolder(file)).toBe(folder)
})
