/** Every recorded scenario, told again on the model, in every version that it was recorded in. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ModelledVersion, runProgram } from '../unit/runtime/lab-folder.ts'
import { DEVIATIONS, NOT_TOLD } from './deviations.ts'
import { linesOfRecording, linesOfRun, type Recording } from './normalise.ts'
import type { Told } from './programs/story.ts'

const RECORDINGS = join(import.meta.dirname, 'recordings')
const PROGRAMS = join(import.meta.dirname, 'programs')

const recorded = readdirSync(RECORDINGS)
  .filter((file) => !file.startsWith('_'))
  .map((file) => file.replace(/\.json$/, '').split('@'))
  .map(([scenario = '', version = '']) => ({ scenario, version: version as ModelledVersion }))
const told = recorded.filter(({ scenario }) => !(scenario in NOT_TOLD))

test.each(told)('$scenario in $version', async ({ scenario, version }) => {
  // The recordings are ours.
  const recording = JSON.parse(readFileSync(join(RECORDINGS, `${scenario}@${version}.json`), 'utf8')) as Recording
  const { exports, reports } = await runProgram(`${scenario}.ts`, version, { programs: PROGRAMS })
  const expected = linesOfRecording(recording)
  const actual = linesOfRun(exports.told as Told, reports)
  const deviations = DEVIATIONS.filter(
    (one) => one.scenario === scenario && (one.versions === undefined || one.versions.includes(version)),
  )
  const listed = new Set(deviations.flatMap(({ where }) => where))
  const headings = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
  for (const heading of headings.filter((one) => !listed.has(one))) {
    expect({ [heading]: actual[heading] }).toEqual({ [heading]: expected[heading] })
  }
  for (const heading of listed) {
    expect(actual[heading], `"${heading}" is listed as a deviation, and no longer deviates`).not.toEqual(
      expected[heading],
    )
  }
})

test('every listed deviation is of a recorded scenario, and so is every scenario without a program', () => {
  const scenarios = new Set(recorded.map(({ scenario }) => scenario))
  for (const { scenario } of DEVIATIONS) expect(scenarios).toContain(scenario)
  for (const scenario of Object.keys(NOT_TOLD)) expect(scenarios).toContain(scenario)
})
