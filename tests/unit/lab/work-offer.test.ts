/** Only what the reader may want is offered, and what must be written is handed over in time. */
import { describe, expect, test } from 'vitest'
import type { WorkCopy } from '#src/lab/work.ts'
import { chooseOffer, type Shown } from '#src/lab/work-offer.ts'
import { createWorkWriter } from '#src/lab/work-writer.ts'
import { copyWith, ID, projectWith, START } from '../../support/work-storage.ts'

describe('an offer', () => {
  const shown: Shown = {
    id: ID,
    start: START,
    work: { project: projectWith('mine'), discarded: null },
    line: 'own',
    savedAt: 5,
    settled: ['decided:3'],
  }
  const other = (change: Partial<WorkCopy>) => copyWith({ project: projectWith('other'), ...change })

  test.each([
    ['what is shown already', other({ project: projectWith('mine') })],
    ['the untouched start', other({ project: START })],
    ['a state of the tab’s own line', other({ line: 'own' })],
    ['what the reader has decided about', other({ line: 'decided', version: 3 })],
  ])('is never %s', (_, copy) => {
    expect(chooseOffer([copy], shown)).toBeNull()
  })

  test('is what was decided about, once it has gone on', () => {
    expect(chooseOffer([other({ line: 'decided', version: 4 })], shown)).toMatchObject({ kind: 'other-copy' })
  })

  test('is the newest, and says whether it is newer than what is shown', () => {
    const copies = [other({ line: 'a', savedAt: 4 }), other({ line: 'b', savedAt: 6 })]
    expect(chooseOffer(copies, shown)).toMatchObject({ copy: { line: 'b' }, isNewer: true })
    expect(chooseOffer(copies.slice(0, 1), shown)).toMatchObject({ isNewer: false })
  })

  test('is of an earlier revision only where there is none of this one', () => {
    const earlier = other({ id: 'lab:lesson/lab@r0', savedAt: 9 })
    expect(chooseOffer([earlier, other({})], shown)).toMatchObject({ kind: 'other-copy' })
    expect(chooseOffer([earlier], shown)).toMatchObject({ kind: 'earlier-revision' })
  })
})

describe('the writer', () => {
  function open() {
    const asked: number[] = []
    const storage = {
      write: ({ version }: WorkCopy) => {
        asked.push(version)
        return new Promise<void>(() => undefined)
      },
    }
    const nothing = () => undefined
    const writer = createWorkWriter({ storage, onRefused: nothing, onDone: nothing, onRetry: async () => undefined })
    return { asked, writer }
  }

  test('waits with the latest state while one is on its way', () => {
    const { asked, writer } = open()
    for (const version of [1, 2, 3]) writer.put(copyWith({ version }), null)
    expect(asked).toEqual([1])
  })

  test('does not wait when the page may be about to go', () => {
    const { asked, writer } = open()
    for (const version of [1, 2, 3]) writer.put(copyWith({ version }), null)
    void writer.flush()
    expect(asked).toEqual([1, 3])
  })
})
