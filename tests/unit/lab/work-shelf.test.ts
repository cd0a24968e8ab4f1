/** What the page of the reader's own work says of each copy; and when a lab counts as another revision. */
import { describe, expect, test } from 'vitest'
import { revisionOf } from '#src/lab/revision.ts'
import { arrangeShelf } from '#src/lab/work-shelf.ts'
import type { Everything, Note } from '#src/lab/work-storage.ts'
import { copyWith, ID, projectWith } from '../../support/work-storage.ts'

const LABS = { 'lesson/lab': { title: 'A lab', path: 'lessons/lesson/#lab', revision: 'r1' } }
const mark = (id: string, text: string): Note => ({ kind: 'progress', id, text, savedAt: 1 })
const shelfOf = (change: Partial<Everything>) => arrangeShelf({ copies: [], notes: [], aside: [], ...change }, LABS)

describe('the shelf', () => {
  test('names the copy that opens, the others, and those of an earlier revision', () => {
    const { rows } = shelfOf({
      copies: [
        copyWith({ line: 'old', savedAt: 9, id: 'lab:lesson/lab@r0' }),
        copyWith({ line: 'a', savedAt: 1 }),
        copyWith({ line: 'b', savedAt: 2 }),
      ],
    })
    expect(rows.map(({ copy, standing }) => [copy.line, standing])).toEqual([
      ['old', 'earlier-revision'],
      ['b', 'newest'],
      ['a', 'older'],
    ])
    expect(rows.every(({ about }) => about?.title === 'A lab')).toBe(true)
  })

  test('lists what belongs to no lab of the site too', () => {
    const { rows } = shelfOf({ copies: [copyWith({ id: 'playground:p' }), copyWith({ id: 'lab:gone/lab@r1' })] })
    expect(rows.map(({ about }) => about)).toEqual([null, null])
  })

  test('counts answers and lessons, each once', () => {
    const answer: Note = { kind: 'answer', id: ID, text: 'a', savedAt: 1 }
    const notes = [answer, mark('one', 'started'), mark('two', 'done'), mark('three', 'done')]
    expect(shelfOf({ notes })).toMatchObject({ answers: 1, started: 1, done: 2 })
  })

  test('sizes are those of the text in bytes', () => {
    const [row] = shelfOf({ copies: [copyWith({ project: projectWith('类'.repeat(1000)) })] }).rows
    expect(row?.size).toBeGreaterThan(3000)
  })
})

describe('a revision', () => {
  const start = projectWith('start')

  test('is the same for the same project, in whatever order its files come', () => {
    const files = Object.fromEntries(Object.entries(start.files).toReversed())
    expect(revisionOf({ ...start, files })).toBe(revisionOf(start))
    expect(revisionOf(start)).toMatch(/^[0-9a-f]{16}$/)
  })

  test.each([
    ['a file', { files: { ...start.files, 'main.ts': 'start ' } }],
    ['the version of Dask', { dask: '2026.7.1' }],
    ['a link', { links: { 'node_modules/a': '../b' } }],
    ['a build setting', { build: { ...start.build, preserveSymlinks: true } }],
  ])('changes with %s', (_, change) => {
    expect(revisionOf({ ...start, ...change })).not.toBe(revisionOf(start))
  })
})
