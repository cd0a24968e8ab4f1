/** A lab's YAML, as it should be and as it should not: what is wrong is told with the file's name. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { labConfigSchema } from '#src/lab/lab.ts'
import { readYaml } from '#src/lab/read-yaml.ts'
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts'

const FILE = 'content/labs/impossible-error/register/lab.yaml'
const GOOD = readFileSync(FILE, 'utf8')
const read = (text: string) => readYaml(text, 'lab.yaml', labConfigSchema)

test('a lab that is there is read', () => {
  expect(read(GOOD).focus).toBe('monitor.ts')
})

test('a text that is no YAML is refused with file, line and column', () => {
  expect(() => read(`${GOOD}goals: [\n`)).toThrow(/^lab\.yaml is no YAML[\s\S]*line \d+, column \d+/)
})

test('a field that is unknown, missing or of another kind is named', () => {
  expect(() => read(`${GOOD}gaols: []\n`)).toThrow(/^lab\.yaml is not valid[\s\S]*gaols/)
  expect(() => read(GOOD.replace(/^entry:.*$/m, ''))).toThrow(/^lab\.yaml is not valid[\s\S]*entry/)
  expect(() => read(GOOD.replace(/^goals:.*$/m, 'goals: 3'))).toThrow(/^lab\.yaml is not valid[\s\S]*goals/)
})

describe(`${FUZZ_RUNS} labs that nobody meant`, { timeout: FUZZ_TIMEOUT }, () => {
  /** Read, or refused with an error that names the file: nothing else may come of a text. */
  const isAnswered = (text: string) => {
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
      expect(String(error)).toMatch(/^Error: lab\.yaml is (no YAML|not valid)\. Mend/)
    }
  }

  test('any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isAnswered), { numRuns: FUZZ_RUNS })
  })

  test('a good lab with a piece cut out, doubled or overwritten', () => {
    const place = fc.nat({ max: GOOD.length })
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'grapheme' }), (from, to, text) => {
        isAnswered(GOOD.slice(0, from) + text + GOOD.slice(to))
      }),
      { numRuns: FUZZ_RUNS },
    )
  })

  test('the right keys with any values', () => {
    const keys = fc.constantFrom(...Object.keys(labConfigSchema.shape), '__proto__', 'constructor')
    const lab = fc.dictionary(keys, fc.jsonValue({ maxDepth: 4 }))
    fc.assert(
      fc.property(lab, (value) => isAnswered(stringify(value))),
      { numRuns: FUZZ_RUNS },
    )
  })
})
