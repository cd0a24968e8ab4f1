/** Which spelling of an import gives which class: the shim's whole point, on a real folder with a real symlink. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from './lab-folder.ts'

const { modules, exports } = await runProgram('spellings.ts', '2024.7.1')
const spellings = Object(exports.spellings)
const canonical = spellings.distributed

test.each([
  ['distributed', 'canonical'],
  ['distributed/diagnostics/plugin', 'canonical'],
  ['dask/distributed', 'canonical'],
  ['dask/distributed/diagnostics/plugin', 'duplicate'],
  ['dask/distributed/diagnostics/plugin, as a namespace', 'duplicate'],
  ['dask/distributed/diagnostics/plugin, imported again', 'duplicate'],
])('%s gives the %s class', (spelling, expected) => {
  expect(spellings[spelling] === canonical ? 'canonical' : 'duplicate').toBe(expected)
})

test('the long path gives one duplicate, however often it is imported', () => {
  const long = spellings['dask/distributed/diagnostics/plugin']
  expect(spellings['dask/distributed/diagnostics/plugin, imported again']).toBe(long)
  expect(long.name).toBe(canonical.name)
})

test('the duplicated package still hands on the canonical class, since it imports by absolute name', () => {
  const { canonical: own, fromDiagnosticsPackage } = Object(exports.schedulerPlugins)
  expect(fromDiagnosticsPackage).toBe(own)
})

test('the long path loads exactly two files a second time, as it does in Dask', () => {
  const viaDask = modules.filter((key) => key.startsWith('node_modules/dask/distributed/'))
  expect(viaDask).toEqual([
    'node_modules/dask/distributed/diagnostics/index.ts',
    'node_modules/dask/distributed/diagnostics/plugin.ts',
  ])
})

test('every other file of the package is loaded once, by its own name', () => {
  const folder = join(import.meta.dirname, '../../../src/runtime')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const loaded = modules.filter((key) => key.startsWith('node_modules/distributed/'))
  for (const key of loaded) expect(files).toContain(key.replace('node_modules/distributed/', ''))
  expect(new Set(loaded).size).toBe(loaded.length)
  expect(loaded).toContain('node_modules/distributed/client.ts')
})
