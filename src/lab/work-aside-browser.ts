/** Reads the records of a store, and moves those that cannot be read aside, where they stay as they are. */
import { RULES } from './fault.ts'
import type { WorkDb, WorkSchema } from './work-db-browser.ts'
import { parseAside, parseCopy, parseNote, type Read } from './work-schema.ts'
import type { Aside, FoundCopies, Note } from './work-storage.ts'

type StoreName = Aside['from']

/** @param scope how the ids of the works begin; empty for all of them. */
export async function siftWorks(db: WorkDb, scope: string): Promise<FoundCopies> {
  const { good, setAside } = await sift(db, { name: 'works', parse: copyAt, range: worksFrom(scope) })
  return { copies: good, setAside }
}

export async function siftNotes(db: WorkDb): Promise<{ readonly notes: readonly Note[] }> {
  const { good } = await sift(db, { name: 'notes', parse: noteAt })
  return { notes: good }
}

/** A record that lies under another's key is broken too: what is removed by key must be what it says it is. */
function at<T>(parse: (value: unknown) => Read<T>, keyOf: (value: T) => readonly unknown[]): Sifting<T>['parse'] {
  return (value, key) => {
    const read = parse(value)
    if (read.kind !== 'read' || JSON.stringify(key) === JSON.stringify(keyOf(read.value))) return read
    return { kind: 'broken', reason: RULES.key, fault: { place: '', kind: 'key', detail: '' } }
  }
}

const copyAt = at(parseCopy, ({ id, line, version }) => [id, line, version])
const noteAt = at(parseNote, ({ kind, id }) => [kind, id])

function worksFrom(scope: string): IDBKeyRange | undefined {
  return scope === '' ? undefined : IDBKeyRange.bound([scope], [`${scope}\uffff`])
}

interface Sifting<T> {
  readonly name: StoreName
  readonly parse: (value: unknown, key: unknown) => Read<T>
  readonly range?: IDBKeyRange | undefined
}

async function sift<T>(db: WorkDb, sifting: Sifting<T>) {
  const { name, parse, range } = sifting
  const look = db.transaction([name, 'aside'])
  const store = look.objectStore(name)
  const [keys, values, aside] = await Promise.all([
    store.getAllKeys(range),
    store.getAll(range),
    look.objectStore('aside').count(),
  ])
  const reads = values.map((value, index) => parse(value, keys[index]))
  const good = reads.flatMap((read) => (read.kind === 'read' ? [read.value] : []))
  const returned = aside === 0 ? [] : await bringBack(db, sifting)
  if (good.length === values.length) return { good: [...good, ...returned], setAside: NOTHING }
  // Where there is no room to move them they stay where they are, and are told of when there is.
  const setAside = await putAside(db, sifting).catch(() => NOTHING)
  return { good: [...good, ...returned], setAside }
}

const NOTHING: FoundCopies['setAside'] = { broken: 0, newer: 0 }

/** Goes over the store once more: meanwhile another tab may have done the same. */
async function putAside<T>(db: WorkDb, { name, parse, range }: Sifting<T>): Promise<FoundCopies['setAside']> {
  const move = db.transaction([name, 'aside'], 'readwrite')
  const moved = { broken: 0, newer: 0 }
  for (let spot = await move.objectStore(name).openCursor(range); spot !== null; spot = await spot.continue()) {
    const read = parse(spot.value, spot.key)
    if (read.kind === 'read') continue
    const { kind, reason } = read
    moved[kind] += 1
    const record = { from: name, kind, reason, setAsideAt: Date.now(), key: spot.key, value: spot.value }
    await Promise.all([move.objectStore('aside').add(record), spot.delete()])
  }
  await move.done
  return moved
}

/** What an earlier version of this site could not read, this one may. */
async function bringBack<T>(db: WorkDb, { name, parse, range }: Sifting<T>): Promise<readonly T[]> {
  const move = db.transaction([name, 'aside'], 'readwrite')
  const back: T[] = []
  for (let spot = await move.objectStore('aside').openCursor(); spot !== null; spot = await spot.continue()) {
    const record = parseAside(spot.value)
    if (record?.from !== name || !isKeyIn(record.key, range)) continue
    const read = parse(record.value, record.key)
    if (read.kind !== 'read') continue
    back.push(read.value)
    await Promise.all([move.objectStore(name).put(record.value, record.key), spot.delete()])
  }
  await move.done
  return back
}

/** Whether a key is one that is looked for. That it is the record's own, `parse` sees. */
function isKeyIn(key: unknown, range: IDBKeyRange | undefined): key is WorkSchema[StoreName]['key'] {
  return Array.isArray(key) && (range === undefined || (typeof key[0] === 'string' && range.includes(key)))
}
