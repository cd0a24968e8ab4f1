/** What is wrong with a project from outside has a kind and a place, and its words are in the reader's language. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '../../../src/bundler/bundle-types.ts'
import { faultWords } from '../../../src/components/fault-words.ts'
import { faultsEn } from '../../../src/i18n/faults.en.ts'
import { faultsZhCn } from '../../../src/i18n/faults.zh-cn.ts'
import { type FaultKind, faultOf } from '../../../src/lab/fault.ts'
import { foreignProjectSchema, PROJECT_LIMITS } from '../../../src/lab/project-schema.ts'
import { faultOfAside } from '../../../src/lab/work-schema.ts'

const GOOD = {
  dask: '2024.7.1',
  packages: ['dask'],
  entry: 'main.ts',
  files: { 'main.ts': '' },
  links: {},
  build: DEFAULT_BUILD,
}
const many = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, value]))
const built = (change: object) => ({ build: { ...DEFAULT_BUILD, ...change } })

const BROKEN: readonly (readonly [kind: FaultKind, place: string, change: object])[] = [
  ['path', 'files["a b"]', { files: { 'main.ts': '', 'a b': '' } }],
  ['long-path', `files.${'x'.repeat(144)}`, { files: { 'main.ts': '', ['x'.repeat(201)]: '' } }],
  ['path-steps', 'files["../up.ts"]', { files: { 'main.ts': '', '../up.ts': '' } }],
  ['path-name', 'files.toString', { files: { 'main.ts': '', toString: '' } }],
  ['target', 'links.x', { links: { x: '/etc' } }],
  ['target-inside', 'links', { links: { x: '../../etc' } }],
  ['condition', 'build.conditions[0]', built({ conditions: ['a b'] })],
  ['package', 'packages[0]', { packages: ['<b>'] }],
  ['package', 'build.alias["./kit"]', built({ alias: { './kit': 'kit' } })],
  ['alias-target', 'build.alias.kit', built({ alias: { kit: 'a b' } })],
  ['external', 'build.external[0]', built({ external: ['a*b*'] })],
  ['many-aliases', 'build.alias', built({ alias: many(PROJECT_LIMITS.settings + 1, 'kit') })],
  ['many-files', 'files', { files: { 'main.ts': '', ...many(PROJECT_LIMITS.files, '') } }],
  ['many-links', 'links', { links: many(PROJECT_LIMITS.links + 1, 'main.ts') }],
  ['long-file', 'files["main.ts"]', { files: { 'main.ts': 'x'.repeat(PROJECT_LIMITS.file + 1) } }],
  ['much-text', 'files', { files: { 'main.ts': '', ...many(4, 'x'.repeat(PROJECT_LIMITS.file)) } }],
  ['version', 'dask', { dask: 'latest' }],
  ['entry', 'entry', { entry: 'none.ts' }],
  ['clash', 'files', { files: { 'main.ts': '', 'main.ts/x.ts': '' } }],
  ['type', 'files["main.ts"]', { files: { 'main.ts': 7 } }],
  ['too-large', 'packages', { packages: Array.from({ length: PROJECT_LIMITS.packages + 1 }, () => 'dask') }],
  ['unknown-key', '', { surprise: 1 }],
]

describe.each(BROKEN)('%s', (kind, place, change) => {
  const { error } = foreignProjectSchema.safeParse({ ...GOOD, ...change })
  if (error === undefined) throw new Error('It was taken.')
  const fault = faultOf(error)

  test(`is told of ${place}`, () => expect(fault).toMatchObject({ kind, place }))

  test('has its own words in both languages, and no English among the Chinese', () => {
    expect(faultWords(fault, faultsEn)).toContain(place)
    const bare = { ...fault, place: '', detail: '' }
    expect(faultWords(bare, faultsZhCn)).toMatch(/\p{Script=Han}/u)
    expect(faultWords(bare, faultsZhCn)).not.toMatch(/\b(?!kit|scope|import)[a-z]{3,}/)
  })
})

test('a record set aside tells what is wrong with it, in either store', () => {
  expect(faultOfAside({ from: 'works', value: { format: 1, id: 'lab:a/b@c', line: 'a b' } })).toMatchObject({
    place: 'line',
    kind: 'line',
  })
  expect(faultOfAside({ from: 'notes', value: 7 })).toMatchObject({ place: '', kind: 'type', detail: 'object' })
})
