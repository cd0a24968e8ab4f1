/** The table of names and the runtime have the same public names. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pairsOf, parseNames, pythonName } from '#src/site/names.ts'
import { publicNames } from '../../support/runtime-names.ts'

const modules = parseNames(readFileSync('content/names.yaml', 'utf8'))
const real = publicNames(modules.map(({ path }) => path))

describe.each(modules.map((module) => [module.path, module] as const))('distributed/%s', (path, module) => {
  const listed = [...pairsOf(module).map(({ ours }) => ours), ...module.own]

  test('every public name is in content/names.yaml', () => {
    expect(real[path]?.filter((name) => !listed.includes(name))).toEqual([])
  })

  test('every name in content/names.yaml is public', () => {
    expect(listed.filter((name) => !real[path]?.includes(name))).toEqual([])
  })

  test('no name is there twice', () => {
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([])
  })

  test('what is said to be missing is missing', () => {
    const here = new Set(real[path]?.map((name) => pythonName(name.split('.').at(-1) ?? '')))
    expect(module.missing.filter((name) => here.has(name))).toEqual([])
  })
})

test('what the front door gives is in the table', () => {
  const door = readFileSync('src/runtime/index.ts', 'utf8')
  const given = [...door.matchAll(/from 'distributed\/([^']+)'/g)].map(([, path]) => path)
  expect(modules.map(({ path }) => path)).toEqual(expect.arrayContaining(given))
})

describe('pythonName', () => {
  test.each([
    ['Client.registerPlugin', 'Client.register_plugin'],
    ['getWorker', 'get_worker'],
    ['LocalCluster', 'LocalCluster'],
  ])('%s is %s', (ours, python) => {
    expect(pythonName(ours)).toBe(python)
  })
})

test('an entry that is no name is refused with its place', () => {
  const text = 'modules:\n  - path: client\n    python: distributed.client\n    names: [{ our: Client }]'
  expect(() => parseNames(text)).toThrow('content/names.yaml: modules.0.names.0: ')
})
