/** What is kept of a reader's own work: copies, each written by one tab alone, so that none can overwrite another's. */
import type { LabId } from './lab.ts'
import { isSameProject, type Project } from './project.ts'

/** `lab:<lesson>/<lab>@<revision>` or `playground:<id>`. */
export type WorkId = `lab:${string}/${string}@${string}` | `playground:${string}`

/** How long a name may be that a reader gives. */
export const MAX_NAME = 80

/** What a reader made. */
export interface Work {
  readonly project: Project
  /** What the latest reset threw away, so that it can be undone. */
  readonly discarded: Project | null
}

/**
 * One state of one line of work. A tab writes lines of its own only, state after state; a tab that goes on from
 * another's state begins a new line and removes that one state. What both went on from thus stays in two lines.
 */
export interface WorkCopy extends Work {
  readonly id: WorkId
  /** Unique to the tab and to what it went on from. */
  readonly line: string
  /** Counts the states of the line from 1. */
  readonly version: number
  /** Milliseconds since 1970, by the reader's clock. */
  readonly savedAt: number
  /** What the reader calls it; null for a lab, which has a title of its own. */
  readonly name: string | null
  /** The other copies that the reader has decided about, as `copyKey` writes them: they are not offered again. */
  readonly settled: readonly string[]
}

export type WorkPlace = Pick<WorkCopy, 'id' | 'line' | 'version'>

export function labWorkId(lab: LabId, revision: string): WorkId {
  return `lab:${lab}@${revision}`
}

/** What the reader makes of a template: `<lesson>/<lab>` for that of a lab. */
export function playgroundWorkId(template: string): WorkId {
  return `playground:${template.replace('/', '--')}`
}

/** How the ids begin that belong together: those of a lab in all revisions. A playground's stands alone. */
export function scopeOf(id: string): string {
  return id.startsWith('lab:') ? id.slice(0, id.lastIndexOf('@') + 1) : id
}

export function copyKey({ line, version }: Pick<WorkCopy, 'line' | 'version'>): string {
  return `${line}:${version}`
}

/** The latest first; the same order in every tab. */
export function byNewest(one: WorkCopy, other: WorkCopy): number {
  return other.savedAt - one.savedAt || (copyKey(one) < copyKey(other) ? 1 : -1)
}

export function isSameWork(one: Work, other: Work): boolean {
  return isSameProject(one.project, other.project) && isSameDiscarded(one.discarded, other.discarded)
}

function isSameDiscarded(one: Project | null, other: Project | null): boolean {
  return one === null || other === null ? one === other : isSameProject(one, other)
}
