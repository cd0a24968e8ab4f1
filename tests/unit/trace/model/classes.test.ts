/** Classes are told apart by identity, and twins are explained by where they came from. */
import { describe, expect, test } from 'vitest'
import { foldClasses } from '../../../../src/trace/model/classes.ts'
import { runTraced } from '../../../support/small-program.ts'
import { created, evaluated, id, said } from './hand-written.ts'

const REAL = 'node_modules/distributed/plugin.ts'
const LINKED = 'node_modules/dask/distributed/plugin.ts'

describe('a class', () => {
  test('is known by its id, with its module, its file and its bases', () => {
    const { classes, byId } = foldClasses([
      evaluated(LINKED, REAL),
      created(1, 'Error'),
      created(2, 'A', { in: LINKED, base: 1 }),
      said('x'),
      created(3, 'B', { in: LINKED, line: 9, base: 2 }),
    ])
    expect(classes.map(({ name }) => name)).toEqual(['Error', 'A', 'B'])
    expect(byId.get(id(3))).toMatchObject({
      name: 'B',
      module: LINKED,
      file: REAL,
      base: 2,
      chain: [2, 1],
      ordinal: 1,
      twins: 1,
      index: 4,
    })
    expect(byId.get(id(1))).toMatchObject({ module: null, file: null, span: null, chain: [] })
  })

  test('without a name is nobody’s twin', () => {
    const { classes, twins } = foldClasses([created(1, '', { in: 'a.ts' }), created(2, '', { in: 'a.ts' })])
    expect(classes.map(({ ordinal, twins: count }) => [ordinal, count])).toEqual([
      [1, 1],
      [1, 1],
    ])
    expect(twins).toEqual([])
  })

  test('of the canonical module has number 1, whenever it was made', () => {
    const events = [
      evaluated(LINKED, REAL),
      created(1, 'Plugin', { in: LINKED }),
      evaluated(REAL),
      created(2, 'Plugin', { in: REAL }),
      created(3, 'Plugin', { in: LINKED }),
    ]
    const numbers = foldClasses(events).classes.map((one) => [one.id, one.ordinal, one.twins])
    expect(numbers).toEqual([
      [1, 2, 3],
      [2, 1, 3],
      [3, 3, 3],
    ])
    expect(foldClasses(events, 2).classes.map((one) => [one.id, one.ordinal, one.twins])).toEqual([[1, 1, 1]])
  })
})

describe('twins', () => {
  const originOf = (events: Parameters<typeof foldClasses>[0]) => foldClasses(events).twins.map(({ origin }) => origin)

  test('of one file under two keys', () => {
    const events = [
      evaluated(LINKED, REAL),
      created(1, 'P', { in: LINKED }),
      evaluated(REAL),
      created(2, 'P', { in: REAL }),
    ]
    expect(foldClasses(events).twins).toMatchObject([
      {
        name: 'P',
        classes: [{ id: 2 }, { id: 1 }],
        origin: { kind: 'same-file-two-keys', file: REAL, keys: [REAL, LINKED], evaluations: 2 },
      },
    ])
  })

  test('of one module that was evaluated again', () => {
    const events = [
      evaluated('a.ts'),
      created(1, 'P', { in: 'a.ts' }),
      evaluated('a.ts'),
      created(2, 'P', { in: 'a.ts' }),
    ]
    expect(originOf(events)).toEqual([{ kind: 'same-module-evaluated-again', module: 'a.ts', evaluations: 2 }])
  })

  test('of the same lines in a function or a loop', () => {
    const events = [
      evaluated('a.ts'),
      created(1, 'P', { in: 'a.ts' }),
      created(2, 'P', { in: 'a.ts' }),
      created(3, 'P', { in: 'a.ts' }),
    ]
    expect(originOf(events)).toEqual([{ kind: 'same-lines-run-again', module: 'a.ts', times: 3 }])
  })

  test('of two copies of a package, even of two versions', () => {
    const [outer, inner] = ['node_modules/@scope/kit/src/p.ts', 'node_modules/other/node_modules/@scope/kit/src/p.ts']
    const events = [created(1, 'P', { in: outer, line: 3 }), created(2, 'P', { in: inner, line: 40 })]
    expect(originOf(events)).toEqual([
      { kind: 'two-copies-of-a-package', package: '@scope/kit', files: [outer, inner] },
    ])
  })

  test('that share nothing but the name', () => {
    expect(originOf([created(1, 'P', { in: 'a.ts' }), created(2, 'P', { in: 'b.ts' })])).toEqual([
      { kind: 'different-sources', files: ['a.ts', 'b.ts'] },
    ])
    expect(originOf([created(1, 'P', { in: 'a.ts' }), created(2, 'P', { in: 'a.ts', line: 7 })])).toEqual([
      { kind: 'different-sources', files: ['a.ts'] },
    ])
    expect(originOf([created(1, 'Map'), created(2, 'Map', { in: 'a.ts' })])).toEqual([
      { kind: 'different-sources', files: ['a.ts'] },
    ])
    expect(originOf([created(1, 'P', { in: REAL }), created(2, 'P', { in: REAL, line: 7 })])).toEqual([
      { kind: 'different-sources', files: [REAL] },
    ])
  })

  test('of several kinds are explained in parts', () => {
    const events = [
      evaluated(REAL),
      created(1, 'P', { in: REAL }),
      evaluated(LINKED, REAL),
      created(2, 'P', { in: LINKED }),
      created(3, 'P', { in: 'main.ts' }),
    ]
    expect(originOf(events)).toEqual([
      {
        kind: 'mixed',
        parts: [
          { classes: [1, 2], origin: { kind: 'same-file-two-keys', file: REAL, keys: [REAL, LINKED], evaluations: 2 } },
          { classes: [3], origin: null },
        ],
      },
    ])
  })
})

describe('in a real program', () => {
  const KIT = 'export class Plugin {}\nexport class Own extends Plugin { static error = class extends TypeError {} }'
  const LINK = 'node_modules/dask/kit.ts'
  const FILE = 'node_modules/kit/kit.ts'
  const modules = {
    'main.ts': `import { Plugin } from './${FILE}'\nimport { Own } from './${LINK}'\nclass Mine extends Own {}\nconsole.log(Plugin, Mine)`,
    [FILE]: KIT,
    [LINK]: { text: KIT, file: FILE },
  }

  test('the file behind two keys makes two of each class', async () => {
    const { twins, classes } = foldClasses((await runTraced(modules)).events)
    expect(twins.map(({ name, origin }) => [name, origin.kind])).toEqual([
      ['Plugin', 'same-file-two-keys'],
      ['Own', 'same-file-two-keys'],
      ['error', 'same-file-two-keys'],
    ])
    const mine = classes.find(({ name }) => name === 'Mine')
    expect(
      mine?.chain
        .map((one) => classes.find(({ id: known }) => known === one))
        .map((one) => [one?.name, one?.ordinal, one?.module]),
    ).toEqual([
      ['Own', 2, LINK],
      ['Plugin', 2, LINK],
    ])
  })

  test('a mixin makes another class each time', async () => {
    const { events } = await runTraced({
      'main.ts':
        'const mix = (B: any) => { class Mixed extends B {} return Mixed }\nconsole.log(mix(Object), mix(Object))',
    })
    expect(foldClasses(events).twins).toMatchObject([
      { name: 'Mixed', origin: { kind: 'same-lines-run-again', times: 2 } },
    ])
  })
})
