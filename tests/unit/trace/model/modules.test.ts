/** Modules are told apart by key, and grouped by the file behind them. */
import { expect, test } from 'vitest'
import { foldModules } from '../../../../src/trace/model/modules.ts'
import { runTraced } from '../../../support/small-program.ts'
import { evaluated, said } from './hand-written.ts'

const REAL = 'node_modules/distributed/plugin.ts'
const LINKED = 'node_modules/dask/distributed/plugin.ts'

test('a module is listed once, with the number of its evaluations', () => {
  const { modules, byKey } = foldModules([evaluated('a.ts'), said('x'), evaluated('b.ts'), evaluated('a.ts')])
  expect(modules).toEqual([
    { key: 'a.ts', file: 'a.ts', evaluations: 2, index: 0 },
    { key: 'b.ts', file: 'b.ts', evaluations: 1, index: 2 },
  ])
  expect([...byKey.keys()]).toEqual(['a.ts', 'b.ts'])
})

test('one file behind two keys is doubled, its own key first', () => {
  const { files, doubled } = foldModules([evaluated(LINKED, REAL), evaluated('main.ts'), evaluated(REAL)])
  expect(files.map(({ file }) => file)).toEqual([REAL, 'main.ts'])
  expect(doubled.map(({ file, instances }) => [file, instances.map(({ key }) => key)])).toEqual([
    [REAL, [REAL, LINKED]],
  ])
})

test('what was evaluated later does not count yet', () => {
  expect(foldModules([evaluated(LINKED, REAL), evaluated(REAL)], 1).doubled).toEqual([])
})

test('modules of a real program come in the order of their evaluation', async () => {
  const { events } = await runTraced({
    'main.ts': "import './kit/one.ts'; import './two.ts'; console.log('main')",
    'kit/one.ts': "import '../two.ts'",
    'two.ts': 'export {}',
    'linked.ts': { text: 'export {}', file: 'two.ts' },
  })
  expect(foldModules(events).modules.map(({ key }) => key)).toEqual(['two.ts', 'kit/one.ts', 'main.ts'])
})
