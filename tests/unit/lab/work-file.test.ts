/** The file that holds everything: it comes back whole, merges without loss, and a bad one says what is wrong and where. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeWork, parseWorkFile, type ReadFile, writeWorkFile } from '#src/lab/work-file.ts'
import type { Aside, Everything, Note } from '#src/lab/work-storage.ts'
import { faultWords } from '../../../src/components/fault-words.ts'
import { faultsEn } from '../../../src/i18n/faults.en.ts'
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts'
import { copyWith, projectWith } from '../../support/work-storage.ts'

const ANSWER: Note = { kind: 'answer', id: 'lab:lesson/lab@r1', text: 'refused', savedAt: 5 }
const ASIDE: Aside = {
  from: 'works',
  kind: 'newer',
  reason: 'format: 2',
  setAsideAt: 4,
  key: ['a', 'b', 1],
  value: { format: 2 },
}
const EVERYTHING: Everything = {
  copies: [
    copyWith({ savedAt: 2, discarded: projectWith('thrown away') }),
    copyWith({ id: 'playground:p1', name: '我的' }),
  ],
  notes: [ANSWER, { kind: 'progress', id: 'lesson', text: 'started', savedAt: 3 }],
  aside: [ASIDE],
}
const NOTHING: Everything = { copies: [], notes: [], aside: [] }

let lines = 0
const newLine = () => {
  lines += 1
  return `imported${lines}`
}
const merge = (file: Everything, here: Everything, now = 1000) => mergeWork(file, { here, newLine, now })
const texts = ({ copies }: Everything) => copies.map(({ project }) => project.files['main.ts'])

describe('a file of work', () => {
  test('holds everything, and gives it back', () => {
    expect(parseWorkFile(writeWorkFile(EVERYTHING))).toEqual({ kind: 'read', everything: EVERYTHING })
  })

  test('holds what JSON cannot say as text, rather than not at all', () => {
    const value: Record<string, unknown> = { big: 1n }
    const read = parseWorkFile(writeWorkFile({ ...NOTHING, aside: [{ ...ASIDE, value }] }))
    expect(read).toMatchObject({ kind: 'read', everything: { aside: [{ value: '[object Object]' }] } })
  })

  const good = JSON.parse(writeWorkFile(EVERYTHING))
  const change = (edit: (file: typeof good) => void) => {
    const file = structuredClone(good)
    edit(file)
    return JSON.stringify(file)
  }
  test.each([
    ['an empty file', 'not-json', '', ''],
    ['half a file', 'not-json', '', '{"kind": "doppelclass-work",'],
    ['a file of brackets', 'not-json', '', '['.repeat(200_000)],
    ['a list', 'not-ours', '', '[]'],
    ['null', 'not-ours', '', 'null'],
    ['a project', 'not-ours', '', '{"kind":"doppelclass-project"}'],
    ['a later format', 'newer', 'format: 2', change((file) => Object.assign(file, { format: 2 }))],
    ['a format in words', 'broken', 'format', change((file) => Object.assign(file, { format: '1' }))],
    [
      'a file above the project',
      'broken',
      'works[1].project.files["../up.ts"]',
      change((file) => Object.assign(file.works[1].project.files, { '../up.ts': '' })),
    ],
    [
      'a number for a file',
      'broken',
      'works[0].project.files["main.ts"]',
      change((file) => Object.assign(file.works[0].project.files, { 'main.ts': 7 })),
    ],
    ['a strange id', 'broken', 'works[0].id', change((file) => Object.assign(file.works[0], { id: 'lab:../x@y' }))],
    ['one field too many', 'broken', 'works[0]', change((file) => Object.assign(file.works[0], { surprise: 1 }))],
    ['a strange note', 'broken', 'notes[0].kind', change((file) => Object.assign(file.notes[0], { kind: 'password' }))],
  ])('%s is refused as %s', (_, why, place, text) => {
    const read = parseWorkFile(text)
    expect(read).toMatchObject({ kind: 'refused', why })
    expect(placeIn(read)).toContain(place)
  })
})

function placeIn(read: ReadFile): string {
  if (read.kind === 'read') return 'It was read.'
  return read.why === 'broken' ? read.fault.place : read.detail
}

describe('merging', () => {
  test('adds everything to an empty browser, in lines of its own', () => {
    const added = merge(EVERYTHING, NOTHING)
    expect(texts(added)).toEqual(['mine', 'mine'])
    expect(added.copies.map(({ line }) => line)).not.toContain('line')
    expect([added.notes, added.aside]).toEqual([EVERYTHING.notes, EVERYTHING.aside])
  })

  test('adds nothing that is here already, nor anything twice', () => {
    expect(merge(EVERYTHING, EVERYTHING)).toEqual(NOTHING)
    const [copy] = EVERYTHING.copies
    expect(merge({ ...NOTHING, copies: [copy, copy].flatMap((each) => each ?? []) }, NOTHING).copies).toHaveLength(1)
  })

  test('takes the place of nothing: other work on the same lab is one more copy', () => {
    const here = { ...NOTHING, copies: [copyWith({ project: projectWith('here') })] }
    const added = merge({ ...NOTHING, copies: [copyWith({})] }, here)
    expect(texts(added)).toEqual(['mine'])
    expect(added.copies[0]).not.toMatchObject({ line: 'line' })
  })

  test('a date in the future counts as now', () => {
    expect(merge({ ...NOTHING, copies: [copyWith({ savedAt: 9e15 })] }, NOTHING).copies[0]?.savedAt).toBe(1000)
  })

  test.each([
    ['started', 'done', true],
    ['done', 'started', false],
  ])('a lesson that is %s here and %s in the file: the mark is taken: %s', (mine, theirs, isTaken) => {
    const mark = (text: string): Note => ({ kind: 'progress', id: 'lesson', text, savedAt: 1 })
    expect(merge({ ...NOTHING, notes: [mark(theirs)] }, { ...NOTHING, notes: [mark(mine)] }).notes).toHaveLength(
      isTaken ? 1 : 0,
    )
  })

  test('the later answer counts', () => {
    const later = { ...ANSWER, savedAt: 6 }
    expect(merge({ ...NOTHING, notes: [later] }, { ...NOTHING, notes: [ANSWER] }).notes).toEqual([later])
    expect(merge({ ...NOTHING, notes: [ANSWER] }, { ...NOTHING, notes: [later] }).notes).toEqual([])
  })
})

describe(`${FUZZ_RUNS} files that nobody meant`, { timeout: FUZZ_TIMEOUT }, () => {
  /** A clear answer: read, or refused for a reason that has words. */
  const isAnswered = (text: string) => {
    const read = parseWorkFile(text)
    if (read.kind === 'read') return parseWorkFile(writeWorkFile(read.everything)).kind === 'read'
    return read.why !== 'broken' || faultWords(read.fault, faultsEn) !== ''
  }

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isAnswered), { numRuns: FUZZ_RUNS })
  })

  test('any JSON that says it is ours', () => {
    const ours = fc.record({
      kind: fc.constant('doppelclass-work'),
      format: fc.oneof(fc.constant(1), fc.jsonValue()),
      works: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      notes: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      aside: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    })
    fc.assert(
      fc.property(ours, (file) => isAnswered(JSON.stringify(file))),
      { numRuns: FUZZ_RUNS },
    )
  })

  test('a good file with a piece of it replaced, cut out or put twice', () => {
    const text = writeWorkFile(EVERYTHING)
    const piece = fc.record({
      from: fc.nat(text.length),
      length: fc.nat(40),
      to: fc.oneof(fc.string(), fc.constantFrom('"__proto__":{}', '9e999', '-1', 'null', '{}', '[]', '\\u0000')),
    })
    const mutate = ({ from, length, to }: { from: number; length: number; to: string }) =>
      text.slice(0, from) + to + text.slice(from + length)
    fc.assert(
      fc.property(piece, (cut) => isAnswered(mutate(cut))),
      { numRuns: FUZZ_RUNS },
    )
  })

  test('a good file with any value in any place', () => {
    const places = placesOf(JSON.parse(writeWorkFile(EVERYTHING)))
    const change = fc.record({ place: fc.constantFrom(...places), value: fc.jsonValue() })
    fc.assert(
      fc.property(change, ({ place, value }) => {
        const file = JSON.parse(writeWorkFile(EVERYTHING))
        let at = file
        for (const step of place.slice(0, -1)) at = at[step]
        at[place.at(-1) ?? ''] = value
        return isAnswered(JSON.stringify(file))
      }),
      { numRuns: FUZZ_RUNS },
    )
  })
})

/** The ways to all parts of a value. */
function placesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => [[key], ...placesOf(part).map((rest) => [key, ...rest])])
}
