/** The one file that holds everything a reader made: written for a download, read with care, merged without loss. */
import { z } from 'zod'
import type { Fault } from './fault.ts'
import { isSameWork, type WorkCopy } from './work.ts'
import { asideRecord, copyRecord, copyToRecord, FORMAT, noteRecord, noteToRecord, parseRecord } from './work-schema.ts'
import type { Aside, Everything, Note } from './work-storage.ts'

/** In characters: far above what hands can write, far below what a page cannot hold. */
const MAX_LENGTH = 50_000_000

const workFile = z.strictObject({
  kind: z.literal('doppelclass-work'),
  format: z.literal(FORMAT),
  works: z.array(copyRecord),
  notes: z.array(noteRecord),
  aside: z.array(asideRecord),
})

export type ReadFile =
  | { readonly kind: 'read'; readonly everything: Everything }
  | { readonly kind: 'refused'; readonly why: 'too-long' | 'not-json' | 'not-ours' | 'newer'; readonly detail: string }
  | { readonly kind: 'refused'; readonly why: 'broken'; readonly fault: Fault }

export function writeWorkFile({ copies, notes, aside }: Everything): string {
  const file = {
    kind: 'doppelclass-work',
    format: FORMAT,
    works: copies.map(copyToRecord),
    notes: notes.map(noteToRecord),
    aside: aside.map((record) => ({ ...record, key: toPlain(record.key), value: toPlain(record.value) })),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Nothing of a file is used unless all of it is as it should be. */
export function parseWorkFile(text: string): ReadFile {
  if (text.length > MAX_LENGTH) return refuse('too-long', String(text.length))
  const json = parseJson(text)
  if (json.kind === 'broken') return refuse('not-json', '')
  const { value } = json
  const isOurs = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'doppelclass-work'
  if (!isOurs) return refuse('not-ours', '')
  const read = parseRecord(workFile, value)
  if (read.kind === 'broken') return { kind: 'refused', why: 'broken', fault: read.fault }
  if (read.kind === 'newer') return refuse('newer', read.reason)
  const { works, notes, aside } = read.value
  return { kind: 'read', everything: { copies: works, notes, aside } }
}

export interface MergeOptions {
  /** What is here already. */
  readonly here: Everything
  readonly newLine: () => string
  readonly now: number
}

/** What of a file is to be added: nothing that is here already, and nothing in place of what is here. */
export function mergeWork(file: Everything, { here, newLine, now }: MergeOptions): Everything {
  return {
    copies: file.copies.flatMap((copy, index) => {
      const isHere = [...here.copies, ...file.copies.slice(0, index)].some((other) => isSameCopy(copy, other))
      // A line has one writer: what comes from a file begins its own. A clock that went ahead must not win for ever.
      return isHere ? [] : [{ ...copy, line: newLine(), version: 1, savedAt: Math.min(copy.savedAt, now), settled: [] }]
    }),
    notes: file.notes.filter((note) => isWanted(note, here.notes)),
    aside: file.aside.filter((record) => !here.aside.some((other) => isSameAside(record, other))),
  }
}

function isSameCopy(one: WorkCopy, other: WorkCopy): boolean {
  return one.id === other.id && one.name === other.name && isSameWork(one, other)
}

/** A finished lesson stays finished, and the later answer counts; the open file is that of this browser. */
function isWanted(note: Note, here: readonly Note[]): boolean {
  const mine = here.find(({ kind, id }) => kind === note.kind && id === note.id)
  if (mine === undefined) return true
  if (note.kind === 'progress') return note.text === 'done' && mine.text !== 'done'
  return note.kind === 'answer' && note.savedAt > mine.savedAt
}

function isSameAside(one: Aside, other: Aside): boolean {
  return (
    JSON.stringify([toPlain(one.key), toPlain(one.value)]) ===
    JSON.stringify([toPlain(other.key), toPlain(other.value)])
  )
}

/** What JSON can say of a value that anybody may have stored; its text where it can say nothing. */
function toPlain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null')
  } catch {
    // A cycle, or a number without end.
    return String(value)
  }
}

function parseJson(text: string): { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'broken' } {
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    // Cut short, no JSON at all, or nested too deep: what the browser says of it is in no language in particular.
    return { kind: 'broken' }
  }
}

function refuse(why: 'too-long' | 'not-json' | 'not-ours' | 'newer', detail: string): ReadFile {
  return { kind: 'refused', why, detail }
}
