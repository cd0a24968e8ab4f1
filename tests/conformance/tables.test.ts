/** The two recorded tables: which spelling of an import gives which class, and what each version accepts and refuses. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MODELLED_VERSIONS, runProgram } from '../unit/runtime/lab-folder.ts'
import { DISPATCH_DEVIATIONS, IDENTITY_NOT_TOLD } from './deviations.ts'
import type { Row } from './programs/dispatch.ts'

function readTable(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'recordings', `${name}.json`), 'utf8'))
}

type DispatchRow = readonly [
  method: string,
  plugin: string,
  as: string | null,
  error: string | null,
  warnings: readonly string[],
  returned?: string,
]

describe.each(MODELLED_VERSIONS)('what %s does with one of everything', async (version) => {
  // The recordings are ours.
  const { rows } = readTable(`_dispatch-${version}`) as { readonly rows: readonly DispatchRow[] }
  const { exports } = await runProgram('dispatch.ts', version, { programs: join(import.meta.dirname, 'programs') })
  const ours = exports.rows as Readonly<Record<string, Row>>

  const absent = rows.filter(([, plugin]) => plugin === '*').map(([method]) => method)
  test('methods that do not exist are absent', () => {
    const lacking = ['register_plugin', 'register_worker_plugin'].filter((method) => !(`${method} Canon` in ours))
    expect(lacking).toEqual(absent)
  })

  const present = rows
    .filter(([, plugin]) => plugin !== '*')
    .map(([method, plugin, , error, warnings, returned = '']) => ({ method, plugin, error, warnings, returned }))
  test.each(present)('$method of $plugin', ({ method, plugin, error, warnings, returned }) => {
    const listed = DISPATCH_DEVIATIONS[plugin]
    const expected = { error, warnings, returned: plain(returned) }
    const row = ours[`${method} ${plugin}`]
    const actual = row === undefined ? undefined : { ...row, returned: plain(JSON.stringify(row.returned)) }
    if (listed !== undefined && (row === undefined || listed.methods.includes(method))) {
      expect(actual, `${plugin} is listed as a deviation, and no longer deviates`).not.toEqual(expected)
    } else {
      expect(actual).toEqual(expected)
    }
  })
})

/** Without what tells a Python dict from JSON. */
function plain(text: string): string {
  const same = text
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("'", '"')
    .replaceAll(' ', '')
  return same.replace('"worker-0"', '"W"').replace(/^null$|^"None"$/, 'None')
}

interface IdentityRow {
  readonly scenario: string
  readonly W_is_canonical?: boolean
}

/** Recorded spellings in Python, and in `spellings.ts`. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'from distributed import WorkerPlugin as W': 'distributed',
  'from distributed.diagnostics.plugin import WorkerPlugin as W': 'distributed/diagnostics/plugin',
  'from dask.distributed import WorkerPlugin as W': 'dask/distributed',
  'from dask.distributed.diagnostics.plugin import WorkerPlugin as W': 'dask/distributed/diagnostics/plugin',
  'import dask.distributed.diagnostics.plugin as p; W = p.WorkerPlugin':
    'dask/distributed/diagnostics/plugin, as a namespace',
  "import importlib; W = importlib.import_module('dask.distributed.diagnostics.plugin').WorkerPlugin":
    'dask/distributed/diagnostics/plugin, imported again',
  'from dask.distributed.diagnostics.plugin import WorkerPlugin as X\nfrom dask.distributed import WorkerPlugin as W':
    'dask/distributed',
  'from distributed.diagnostics.plugin import WorkerPlugin as X\nfrom dask.distributed.diagnostics.plugin import WorkerPlugin as W':
    'dask/distributed/diagnostics/plugin',
  'from dask.distributed.diagnostics.plugin import WorkerPlugin as X\nfrom dask.distributed.diagnostics.plugin import WorkerPlugin as W\nassert W is X':
    'dask/distributed/diagnostics/plugin, imported again',
}

describe.each(['2024.7.1', '2026.7.1'] as const)('which spelling gives which class in %s', async (version) => {
  // The recordings are ours.
  const rows = readTable(`_identity-${version}`) as readonly IdentityRow[]
  const { exports } = await runProgram('spellings.ts', version)
  const classes = Object(exports.spellings)

  test.each(rows.filter(({ scenario }) => scenario in SPELLINGS))('$scenario', ({ scenario, W_is_canonical }) => {
    const found: unknown = classes[SPELLINGS[scenario] ?? '']
    expect(found === classes.distributed).toBe(W_is_canonical)
  })

  test('every other spelling says why it has no counterpart', () => {
    const rest = rows.map(({ scenario }) => scenario).filter((scenario) => !(scenario in SPELLINGS))
    expect(rest.filter((scenario) => !IDENTITY_NOT_TOLD.test(scenario))).toEqual([])
  })
})
