/** Puts what is kept, and what an import did, into words. */
import { fill } from '../../i18n/fill.ts'
import type { YourWorkStrings } from '../../i18n/your-work.en.ts'
import type { ReadFile } from '../../lab/work-file.ts'
import { labOf, type ShelfRow } from '../../lab/work-shelf.ts'
import type { Everything } from '../../lab/work-storage.ts'

export type Imported = { readonly kind: 'added'; readonly added: Everything } | Extract<ReadFile, { kind: 'refused' }>

export function importWords(imported: Imported, file: string, strings: YourWorkStrings): string {
  if (imported.kind === 'refused') return fill(strings.importRefused[imported.why], { file, detail: imported.detail })
  const { copies, notes, aside } = imported.added
  const counts = { copies: copies.length, notes: notes.length, aside: aside.length }
  const isNothing = Object.values(counts).every((count) => count === 0)
  return fill(isNothing ? strings.importedNothing : strings.imported, { file, ...counts })
}

export function titleWords({ copy, about }: ShelfRow, strings: YourWorkStrings): string {
  if (about !== null) return about.title
  if (copy.id.startsWith('playground:')) return copy.name ?? strings.playground
  return fill(strings.missingLab, { id: labOf(copy) })
}

/** Null where there is nothing to tell one copy from. */
export function standingWords({ standing, about }: ShelfRow, strings: YourWorkStrings): string | null {
  if (about === null) return null
  return { newest: strings.newest, older: strings.older, 'earlier-revision': strings.earlierRevision }[standing]
}

export function sizeWords(bytes: number, strings: YourWorkStrings): string {
  return fill(strings.kilobytes, { size: Math.max(1, Math.round(bytes / 1024)) })
}
