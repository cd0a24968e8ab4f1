/** Keeps a reader's own work in IndexedDB. */
import type { Timer } from './live-runs.ts'
import type { WorkCopy, WorkPlace } from './work.ts'
import { byNewest } from './work.ts'
import { siftNotes, siftWorks } from './work-aside-browser.ts'
import { openWorkDb } from './work-db-browser.ts'
import { copyToRecord, noteToRecord, parseAside, parseNote } from './work-schema.ts'
import type { Note, NoteKind, WorkStorage } from './work-storage.ts'

/** How the tabs of a site tell each other what they changed. */
export interface Channel {
  readonly post: (id: string) => void
  readonly listen: (listen: (id: string) => void) => () => void
  readonly close: () => void
}

/** @param name names the database; other sites of the same origin must not have the same. */
export function openWorkStorage(name: string, channel: Channel = openChannel(name), timer?: Timer): WorkStorage {
  const door = openWorkDb(name, timer)
  const setNote = (note: Note) =>
    door.with(async (db) => {
      await db.put('notes', noteToRecord(note), [note.kind, note.id])
    })
  const notes = (kind: NoteKind) =>
    door.with(async (db) => (await siftNotes(db)).notes.filter((note) => note.kind === kind))

  return {
    copies: (scope) =>
      door.with(async (db) => {
        const { copies, setAside } = await siftWorks(db, scope)
        return { copies: copies.toSorted(byNewest), setAside }
      }),
    write: (copy, from) =>
      door.with(async (db) => {
        const { id, line, version } = copy
        const change = db.transaction('works', 'readwrite')
        // All is asked for in one go, without waiting for answers, so that it is done even if the page goes now.
        const done = [
          change.store.put(copyToRecord(copy), keyOf(copy)),
          change.store.delete(IDBKeyRange.bound([id, line], keyOf({ id, line, version }), false, true)),
          from === null ? undefined : change.store.delete(keyOf(from)),
          change.done,
        ]
        change.commit()
        await Promise.all(done)
        channel.post(id)
      }),
    remove: (places) =>
      door.with(async (db) => {
        const change = db.transaction('works', 'readwrite')
        await Promise.all([...places.map((place) => change.store.delete(keyOf(place))), change.done])
        for (const { id } of places) channel.post(id)
      }),
    note: (kind, id) =>
      door.with(async (db) => {
        const read = parseNote(await db.get('notes', [kind, id]))
        return read.kind === 'read' ? read.value.text : null
      }),
    notes,
    setNote: (kind, id, text) => setNote({ kind, id, text, savedAt: Date.now() }),
    all: () =>
      door.with(async (db) => {
        const { copies } = await siftWorks(db, '')
        const { notes } = await siftNotes(db)
        const aside = (await db.getAll('aside')).flatMap((value) => parseAside(value) ?? [])
        return { copies: copies.toSorted(byNewest), notes, aside }
      }),
    add: ({ copies, notes, aside }) =>
      door.with(async (db) => {
        const change = db.transaction(['works', 'notes', 'aside'], 'readwrite')
        await Promise.all([
          ...copies.map((copy) => change.objectStore('works').put(copyToRecord(copy), keyOf(copy))),
          ...notes.map((note) => change.objectStore('notes').put(noteToRecord(note), [note.kind, note.id])),
          ...aside.map((record) => change.objectStore('aside').add(record)),
          change.done,
        ])
        for (const id of new Set(copies.map((copy: WorkCopy) => copy.id))) channel.post(id)
      }),
    clear: () =>
      door.with(async (db) => {
        const stores = ['works', 'notes', 'aside'] as const
        const change = db.transaction(stores, 'readwrite')
        await Promise.all([...stores.map((store) => change.objectStore(store).clear()), change.done])
      }),
    onChange: channel.listen,
    dispose: () => {
      channel.close()
      door.close()
    },
  }
}

function keyOf({ id, line, version }: WorkPlace): [string, string, number] {
  return [id, line, version]
}

/** Where the browser refuses one, a tab sees what others did when it comes to the front. */
function openChannel(name: string): Channel {
  const channel = tryChannel(name)
  return {
    post: (id) => channel?.postMessage(id),
    listen: (listen) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listen(data)
      }
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
    close: () => channel?.close(),
  }
}

function tryChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    // Forbidden here, as storage is: its refusal is told of.
    return null
  }
}
