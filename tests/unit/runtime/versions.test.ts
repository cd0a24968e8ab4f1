/** What each modelled version of Dask accepts and refuses, in its own words. Facts: `_dispatch-*` of the recordings. */
import { beforeAll, describe, expect, test } from 'vitest'
import { MODELLED_VERSIONS, type ModelledVersion, type ProgramRun, runProgram } from './lab-folder.ts'
import { ofKind } from './recording-host.ts'

const A =
  'TypeError: Registering duck-typed plugins is not allowed. Please inherit from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'
const B =
  'TypeError: Importing plugin base classes from `dask.distributed.diagnostics.plugin` is not supported. Please import directly from `distributed.diagnostics.plugin` instead.'
const C = 'TypeError: Please provide an instance of a plugin, not a type.'
const OK = '{"worker-0":{"status":"OK"}}'
/** A nanny plugin where there are no nannies. */
const NOBODY = '{}'
const ASSERTION = 'AssertionError'

const runs = new Map<ModelledVersion, ProgramRun>()
beforeAll(async () => {
  for (const version of MODELLED_VERSIONS) runs.set(version, await runProgram('registrations.ts', version))
})

function outcomes(version: ModelledVersion, method: string): Readonly<Record<string, string>> {
  const all: [string, string][] = Object.entries(Object(runs.get(version)?.exports.outcomes))
  return Object.fromEntries(
    all.filter(([what]) => what.startsWith(`${method} `)).map(([what, outcome]) => [what.split(' ')[1], outcome]),
  )
}

const ACCEPTED = { Canon: OK, CanonChild: OK, CanonScheduler: 'undefined', CanonNanny: NOBODY }
const REFUSED = {
  ...ACCEPTED,
  ...{ Long: A, LongChild: A, LongBaseItself: A, LongScheduler: A, LongNanny: A },
  ...{ Duck: A, none: A, text: A, fn: A },
  ...{ CanonClass: C, LongClass: C, DuckClass: C },
  ...{ NonBool: ASSERTION, EmptyName: ASSERTION },
}

describe('registerPlugin', () => {
  test('does not exist in 2023.9.1', () => {
    expect(outcomes('2023.9.1', 'registerPlugin')).toEqual({})
  })

  test('gives every stranger the same message in 2024.7.1', () => {
    expect(outcomes('2024.7.1', 'registerPlugin')).toEqual(REFUSED)
  })

  test.each(['2024.10.0', '2026.7.1'] as const)('names the long path in %s, where it is the direct base', (version) => {
    expect(outcomes(version, 'registerPlugin')).toEqual({ ...REFUSED, Long: B, LongScheduler: B, LongNanny: B })
  })
})

describe('registerWorkerPlugin', () => {
  test.each(['2023.9.1', '2024.7.1', '2024.10.0'] as const)('takes ducks and long-path plugins in %s', (version) => {
    expect(outcomes(version, 'registerWorkerPlugin')).toMatchObject({
      Canon: OK,
      Long: OK,
      LongChild: OK,
      Duck: OK,
      none: OK,
    })
  })

  test('does not exist in 2026.7.1', () => {
    expect(outcomes('2026.7.1', 'registerWorkerPlugin')).toEqual({})
  })

  test('routes by class since it is deprecated, and by the word of the caller before', () => {
    expect(outcomes('2023.9.1', 'registerWorkerPlugin')).toMatchObject({ CanonScheduler: OK, CanonNanny: NOBODY })
    expect(outcomes('2024.7.1', 'registerWorkerPlugin')).toMatchObject({
      CanonScheduler: 'undefined',
      CanonNanny: NOBODY,
    })
  })

  test('takes a long-path scheduler plugin for a worker plugin, in silence but for the warnings', () => {
    expect(outcomes('2024.7.1', 'registerWorkerPlugin').LongScheduler).toBe(OK)
  })
})

test.each([
  ['2023.9.1', false],
  ['2024.7.1', true],
  ['2024.10.0', true],
] as const)('in %s a worker that is handed a duck warns: %s', (version, warns) => {
  const heard = ofKind(runs.get(version)?.reports ?? [], 'warned').filter(({ process }) => process === 'worker-0')
  expect(heard.length > 0).toBe(warns)
  for (const { message } of heard) {
    expect(message).toBe(
      'Registering duck-typed plugins has been deprecated. Please make sure your plugin subclasses `WorkerPlugin`.',
    )
  }
})
