/** Decides which other copy of a work is worth telling its reader about. */
import type { Project } from './project.ts'
import { byNewest, copyKey, isSameWork, type Work, type WorkCopy, type WorkId } from './work.ts'

/** Work that is not shown and that the reader may want instead. */
export type Offer =
  | { readonly kind: 'other-copy'; readonly copy: WorkCopy; readonly isNewer: boolean }
  | { readonly kind: 'earlier-revision'; readonly copy: WorkCopy }

/** What a tab shows, and what its reader has decided so far. */
export interface Shown {
  readonly id: WorkId
  readonly start: Project
  readonly work: Work
  readonly line: string
  /** Zero where nothing of it has been kept yet. */
  readonly savedAt: number
  readonly settled: readonly string[]
}

/** The newest unsettled copy of the same work; else that of an earlier revision; null where there is none. */
export function chooseOffer(copies: readonly WorkCopy[], shown: Shown): Offer | null {
  const others = unsettled(copies, shown)
  const copy = others.find(({ id }) => id === shown.id)
  if (copy !== undefined) return { kind: 'other-copy', copy, isNewer: copy.savedAt > shown.savedAt }
  const [earlier] = others
  return earlier === undefined ? null : { kind: 'earlier-revision', copy: earlier }
}

/** The copies that hold something else than what is shown, and that the reader has not decided about. The newest first. */
export function unsettled(copies: readonly WorkCopy[], { start, work, line, settled }: Shown): readonly WorkCopy[] {
  const untouched = { project: start, discarded: null }
  return copies
    .filter((copy) => copy.line !== line && !settled.includes(copyKey(copy)))
    .filter((copy) => !isSameWork(copy, work) && !isSameWork(copy, untouched))
    .sort(byNewest)
}

/** Work on an earlier revision of a lab, moved to the present one: the reader's files, the lab's own settings. */
export function onto(start: Project, { project }: Work): Work {
  return { project: { ...start, files: { ...start.files, ...project.files } }, discarded: null }
}
