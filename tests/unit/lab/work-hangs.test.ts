/** A database that says nothing counts as one that refuses: it is told of, tried again, and nothing is lost. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Everything, troubleOf } from '#src/lab/work-storage.ts'
import { openWorkStorage } from '#src/lab/work-storage-browser.ts'
import { watchWork } from '#src/lab/work-watch.ts'
import { createHandTimer } from '../../support/hand-timer.ts'
import { copyWith, until } from '../../support/work-storage.ts'

const LONGEST = 20_000
const AGAIN = 5000
const QUIET = { post: () => undefined, listen: () => () => undefined, close: () => undefined }

let clock: ReturnType<typeof createHandTimer>
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  clock = createHandTimer()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const isSilence = (error: unknown) => troubleOf(error) === 'silent'
const openStorage = () => openWorkStorage('work', QUIET, clock.timer)

async function giveUp(): Promise<void> {
  await until(() => clock.waits().includes(LONGEST))
  clock.ring()
}

/** The next attempt to open a database hears nothing, neither good nor bad. */
function openingHangs(): void {
  vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => new IDBOpenDBRequest())
}

/** Another tab is at work on the same store, and does not come to an end until it is told to. */
async function holdWorks(): Promise<() => void> {
  const db = await openDB('work')
  let isHeld = true
  const { store } = db.transaction('works', 'readwrite')
  const hold = async () => {
    while (isHeld) await store.count()
    db.close()
  }
  void hold()
  return () => {
    isHeld = false
  }
}

test('a database that does not open is given up, and opened again at the next call', async () => {
  openingHangs()
  const storage = openStorage()
  const first = expect(storage.write(copyWith({}), null)).rejects.toSatisfy(isSilence)
  await giveUp()
  await first
  await storage.write(copyWith({}), null)
  expect((await storage.all()).copies).toEqual([copyWith({})])
  expect(clock.waits(), 'what came in time leaves no timer').toEqual([])
})

test('a transaction that does not end is given up, and the next call has a connection of its own', async () => {
  const storage = openStorage()
  await storage.setNote('file', 'x', 'main.ts')
  const letGo = await holdWorks()
  const opened = vi.spyOn(indexedDB, 'open')
  const first = expect(storage.write(copyWith({}), null)).rejects.toSatisfy(isSilence)
  await giveUp()
  await first
  letGo()
  await storage.write(copyWith({}), null)
  expect(opened).toHaveBeenCalledOnce()
  expect((await storage.all()).copies).toEqual([copyWith({})])
})

test('whoever lists everything hears of it, and gets the list without asking again', async () => {
  await openStorage().write(copyWith({}), null)
  openingHangs()
  const found: Everything[] = []
  const refused: unknown[] = []
  const watch = watchWork({
    storage: openStorage(),
    timer: clock.timer,
    onFound: (everything) => found.push(everything),
    onRefused: (error) => refused.push(error),
  })
  void watch.look()
  await giveUp()
  await until(() => refused.length === 1)
  expect(found).toEqual([])
  await until(() => clock.waits().includes(AGAIN))
  clock.ring()
  await until(() => found.length === 1)
  expect(found[0]?.copies).toEqual([copyWith({})])
  watch.stop()
})

test('a look that is slow does not overtake a later one, and says nothing after the end', async () => {
  const answers: ((everything: Everything) => void)[] = []
  const found: Everything[] = []
  const all = () => new Promise<Everything>((resolve) => answers.push(resolve))
  const watch = watchWork({
    storage: { all, onChange: () => () => undefined },
    timer: clock.timer,
    onFound: (everything) => found.push(everything),
    onRefused: () => undefined,
  })
  const withCopies = (count: number): Everything => ({
    copies: Array.from({ length: count }, (_, index) => copyWith({ version: index + 1 })),
    notes: [],
    aside: [],
  })
  const looks = [watch.look(), watch.look(), watch.look()]
  answers[1]?.(withCopies(2))
  answers[0]?.(withCopies(1))
  answers[2]?.(withCopies(3))
  await Promise.all(looks)
  expect(found.map(({ copies }) => copies.length)).toEqual([3])
  const last = watch.look()
  watch.stop()
  answers[3]?.(withCopies(4))
  await last
  expect(found.length).toBe(1)
})
