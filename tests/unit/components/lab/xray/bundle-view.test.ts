/** What the view of a bundle shows: twin definitions, probes, and a list that stays short. */
import { afterAll, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '../../../../../src/bundler/bundle-types.ts'
import { startNodeBundler } from '../../../../../src/bundler/bundler-node.ts'
import { findProbeLines } from '../../../../../src/components/lab/xray/bundle-probes.ts'
import { chooseSections } from '../../../../../src/components/lab/xray/bundle-shown.ts'
import { defineTwins, readBundleText } from '../../../../../src/components/lab/xray/bundle-view.ts'
import { moduleOfSelection } from '../../../../../src/components/lab/xray/module-selection.ts'
import { wantedModules } from '../../../../../src/components/lab/xray/module-wanted.ts'
import { DEFAULT_LIMITS } from '../../../../../src/runner/protocol.ts'
import { startNodeRunner } from '../../../../../src/runner/runner-node.ts'
import type { TraceEvent } from '../../../../../src/trace/events.ts'
import { foldChecks } from '../../../../../src/trace/model/checks.ts'
import { foldClasses } from '../../../../../src/trace/model/classes.ts'
import { buildModuleGraph } from '../../../../../src/trace/model/module-graph.ts'
import { foldModules } from '../../../../../src/trace/model/modules.ts'
import { projectDisk } from '../../../../support/disk-fixtures.ts'

const bundler = startNodeBundler()
const runner = startNodeRunner()
afterAll(() => {
  bundler.dispose()
  runner.dispose()
})

async function run(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const { signal } = new AbortController()
  const options = { ...DEFAULT_BUILD, preserveSymlinks: true }
  const bundle = await bundler.bundle({ disk: projectDisk(files, links), entry: 'main.ts', options }, signal)
  if (bundle.kind === 'rejected') throw new Error(JSON.stringify(bundle.diagnostics))
  const events: TraceEvent[] = []
  const outcome = await runner.run({
    program: { code: bundle.code, map: bundle.map },
    limits: DEFAULT_LIMITS,
    signal,
    onEvents: (batch) => events.push(...batch),
  })
  expect(outcome).toEqual({ kind: 'completed' })
  const classes = foldClasses(events)
  return { bundle, events, classes, graph: buildModuleGraph(bundle.modules, foldModules(events)) }
}

const KIT = 'export class Base {\n  hello() {}\n}\n'

/** By name, number and module, the first line of each definition. */
async function definitionsOf(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const { bundle, classes, graph } = await run(files, links)
  const text = readBundleText(bundle)
  const { twins, pieces } = defineTwins(text, classes, null)
  return {
    doubled: graph.doubled.map((prints) => prints.map(({ key }) => key)),
    twins: twins.flatMap((group) =>
      group.classes.map(({ info, at }) => [
        `${info.name} #${info.ordinal}`,
        info.module,
        at === null ? null : text.lines[at.firstLine - 1]?.trim(),
      ]),
    ),
    pieces: pieces.length,
  }
}

test('a suffix makes two modules of one file, and two definitions of its class', async () => {
  expect(await definitionsOf({ 'main.ts': "import './kit.ts'\nimport './kit.ts?v=2'\n", 'kit.ts': KIT })).toEqual({
    doubled: [['kit.ts', 'kit.ts?v=2']],
    twins: [
      ['Base #1', 'kit.ts', 'var Base = class {'],
      ['Base #2', 'kit.ts?v=2', 'var Base2 = class {'],
    ],
    pieces: 2,
  })
})

test('a link makes two modules of one file; its own path is the first, even when it runs last', async () => {
  const found = await definitionsOf(
    { 'main.ts': "import './link.ts'\nimport './kit.ts'\n", 'kit.ts': KIT },
    { 'link.ts': 'kit.ts' },
  )
  expect(found.doubled).toEqual([['kit.ts', 'link.ts']])
  expect(found.twins).toEqual([
    ['Base #1', 'kit.ts', 'var Base2 = class {'],
    ['Base #2', 'link.ts', 'var Base = class {'],
  ])
})

test('a re-export makes no second module and no second definition', async () => {
  const found = await definitionsOf({
    'main.ts':
      "import { Base } from './again.ts'\nimport { Base as Same } from './kit.ts'\nnew Base() instanceof Same\n",
    'again.ts': "export { Base } from './kit.ts'\n",
    'kit.ts': KIT,
  })
  expect(found).toEqual({ doubled: [], twins: [], pieces: 0 })
})

const COPIES = {
  'main.ts': "import { Base } from 'kit'\nimport { make } from 'host'\nmake() instanceof Base\n",
  'node_modules/kit/index.js': KIT,
  'node_modules/host/index.js': "import { Base } from 'kit'\nexport const make = () => new Base()\n",
  'node_modules/host/node_modules/kit/index.js': KIT,
}

test('nested copies of a package are two files, each with its definition', async () => {
  const found = await definitionsOf(COPIES)
  expect(found.doubled).toEqual([])
  expect(found.twins.map(([name, module]) => [name, module])).toEqual([
    ['Base #1', 'node_modules/kit/index.js'],
    ['Base #2', 'node_modules/host/node_modules/kit/index.js'],
  ])
})

const CONDITIONS = {
  'main.ts': "import { Base } from 'kit'\nimport legacy from './legacy.cjs'\nlegacy.make() instanceof Base\n",
  'legacy.cjs': "const { Base } = require('kit')\nexports.make = () => new Base()\n",
  'node_modules/kit/package.json': '{ "exports": { "import": "./index.mjs", "require": "./index.cjs" } }',
  'node_modules/kit/index.mjs': KIT,
  'node_modules/kit/index.cjs': 'exports.Base = class Base {\n  hello() {}\n}\n',
}

test('import and require of one package are two files, and both matter once a check stumbled over them', async () => {
  const { events, classes, graph, bundle } = await run(CONDITIONS)
  expect(graph.doubled).toEqual([])
  expect(wantedModules(classes, foldChecks(events)).toSorted()).toEqual([
    'node_modules/kit/index.cjs',
    'node_modules/kit/index.mjs',
  ])
  const { twins } = defineTwins(readBundleText(bundle), classes, null)
  expect(twins.map(({ name, classes: all }) => [name, all.map(({ at }) => at !== null)])).toEqual([
    ['Base', [true, true]],
  ])
})

test('lines that ran more than once are one piece with several classes', async () => {
  const found = await definitionsOf({
    'main.ts': 'for (let i = 0; i < 3; i += 1) {\n  class Again {}\n  new Again()\n}\n',
  })
  expect(found.twins.map(([name]) => name)).toEqual(['Again #1', 'Again #2', 'Again #3'])
  expect(found.pieces).toBe(1)
})

test('a selected class that shares its name with nobody is marked too', async () => {
  const { bundle, classes } = await run({ 'main.ts': 'export class Only {\n  a = 1\n}\n' })
  const [only] = classes.classes
  const { selected, pieces } = defineTwins(readBundleText(bundle), classes, only?.id ?? null)
  expect(selected?.at).not.toBeNull()
  expect(pieces.map((piece) => piece.classes.map(({ name }) => name))).toEqual([['Only']])
})

test('without its probes a module is what esbuild makes of the source', async () => {
  const { bundle } = await run({
    'main.ts': 'export class Only {\n  static {\n    Only.count = 1\n  }\n  static count\n}\n',
  })
  const { lines, sections } = readBundleText(bundle)
  const section = sections.find(({ key }) => key === 'main.ts')
  const own = lines.slice((section?.firstLine ?? 1) - 1, section?.lastLine)
  const probes = findProbeLines(own, 'main.ts')
  const left = own.filter((_, index) => probes[index] === false)
  expect(left.join('\n')).not.toContain('__doppelclass')
  expect(left.join('\n')).toContain('Only.count = 1')
  expect(probes.filter(Boolean)).toHaveLength(4)
})

test('a long list keeps what matters and gathers the rest', () => {
  const sections = Array.from({ length: 10 }, (_, index) => ({
    key: `m${index}`,
    firstLine: index * 10 + 1,
    lastLine: index * 10 + 9,
    bytes: 1,
  }))
  const shown = chooseSections(sections, ({ key }) => key === 'm5' || key === 'm0', 2)
  expect(
    shown.map((one) => (one.kind === 'section' ? one.section.key : [one.count, one.firstLine, one.lastLine])),
  ).toEqual(['m0', 'm1', 'm2', [2, 31, 49], 'm5', [4, 61, 99]])
})

test('a selection of any kind is about a module', async () => {
  const { events, classes } = await run(COPIES)
  const about = (selection: Parameters<typeof moduleOfSelection>[0]) =>
    moduleOfSelection(selection, { events, classes })
  const twin = classes.twins[0]?.classes[1]
  const check = events.findIndex(({ kind }) => kind === 'instanceof-checked')
  if (twin === undefined) throw new Error('There is no twin.')
  expect(about({ kind: 'class', id: twin.id })).toBe('node_modules/host/node_modules/kit/index.js')
  expect(about({ kind: 'event', index: check })).toBe('main.ts')
  expect(about({ kind: 'event', index: events.length })).toBeNull()
  expect(about(null)).toBeNull()
  expect(wantedModules(classes, []).toSorted()).toEqual([
    'node_modules/host/node_modules/kit/index.js',
    'node_modules/kit/index.js',
  ])
})
