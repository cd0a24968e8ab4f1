/** The number of a class does not change while a reader goes through the run. */
import { expect, test } from 'vitest'
import { numberAsInTheEnd } from '../../../../src/trace/model/class-numbers.ts'
import { foldClasses } from '../../../../src/trace/model/classes.ts'
import { created, evaluated, id } from './hand-written.ts'

const REAL = 'node_modules/kit/plugin.ts'
const LINKED = 'node_modules/dask/plugin.ts'
const EVENTS = [
  evaluated(LINKED, REAL),
  created(1, 'Plugin', { in: LINKED }),
  created(2, 'Plugin', { in: LINKED }),
  evaluated(REAL),
  created(3, 'Plugin', { in: REAL }),
]

test('at every step a class has the number that it has in the end', () => {
  const whole = foldClasses(EVENTS)
  for (let step = 0; step <= EVENTS.length; step += 1) {
    const now = numberAsInTheEnd(foldClasses(EVENTS, step), whole)
    for (const info of now.classes) {
      expect(info.ordinal).toBe(whole.byId.get(info.id)?.ordinal)
      expect(now.byId.get(info.id)).toBe(info)
    }
  }
})

test('what is not there yet is no twin, and is not spoken of', () => {
  const now = numberAsInTheEnd(foldClasses(EVENTS, 3), foldClasses(EVENTS))
  expect(now.byId.has(id(3))).toBe(false)
  expect(now.twins).toMatchObject([
    {
      classes: [
        { id: 1, ordinal: 2 },
        { id: 2, ordinal: 3 },
      ],
      origin: { kind: 'same-lines-run-again', times: 2 },
    },
  ])
})

test('a chain of bases is kept as long as a walk, and no longer', () => {
  const events = Array.from({ length: 5_000 }, (_, index) =>
    created(index + 1, `C${index}`, { in: 'main.ts', ...(index > 0 ? { base: index } : {}) }),
  )
  const { classes } = foldClasses(events)
  expect(classes.at(50)?.chain).toHaveLength(50)
  expect(classes.at(-1)?.chain).toHaveLength(100)
  expect(classes.at(-1)?.chain[0]).toBe(4_999)
})
