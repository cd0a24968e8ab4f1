/** What is kept, as a list for its owner: each copy with what is to be known of it. */
import { byNewest, type WorkCopy } from './work.ts'
import type { Everything } from './work-storage.ts'

/** What the site knows of a lab, by `<lesson>/<lab>`. */
export interface LabFacts {
  readonly title: string
  /** The lab on its page, below the site's root. */
  readonly path: string
  readonly revision: string
}

export interface ShelfRow {
  readonly copy: WorkCopy
  /** `newest`: the one that opens. */
  readonly standing: 'newest' | 'older' | 'earlier-revision'
  readonly about: LabFacts | null
  /** In bytes. */
  readonly size: number
}

export interface Shelf {
  readonly rows: readonly ShelfRow[]
  readonly answers: number
  readonly started: number
  readonly done: number
}

export function arrangeShelf({ copies, notes }: Everything, labs: Readonly<Record<string, LabFacts>>): Shelf {
  const sorted = copies.toSorted((one, other) => compare(labOf(one), labOf(other)) || byNewest(one, other))
  const seen = new Set<string>()
  const rows = sorted.map((copy): ShelfRow => {
    const about = labs[labOf(copy)] ?? null
    const isNewest = !seen.has(copy.id)
    seen.add(copy.id)
    const isCurrent = about === null || copy.id.endsWith(`@${about.revision}`)
    const standing = isCurrent ? (isNewest ? 'newest' : 'older') : 'earlier-revision'
    return { copy, standing, about, size: new TextEncoder().encode(JSON.stringify(copy)).length }
  })
  const marks = notes.filter(({ kind }) => kind === 'progress').map(({ text }) => text)
  const done = marks.filter((mark) => mark === 'done').length
  return { rows, answers: notes.filter(({ kind }) => kind === 'answer').length, started: marks.length - done, done }
}

/** `<lesson>/<lab>`; the id itself for what is no lab's. */
export function labOf({ id }: Pick<WorkCopy, 'id'>): string {
  return /^lab:(.+)@/.exec(id)?.[1] ?? id
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
