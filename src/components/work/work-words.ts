/** Puts what is kept, and what an import did, into words. */
import { fill } from '../../i18n/fill.ts'
import type { YourWorkStrings } from '../../i18n/your-work.en.ts'
import type { WorkCopy } from '../../lab/work.ts'
import type { ReadFile } from '../../lab/work-file.ts'
import { labOf, type ShelfRow } from '../../lab/work-shelf.ts'
import type { Everything } from '../../lab/work-storage.ts'
import { faultWords } from '../fault-words.ts'

export type Imported = { readonly kind: 'added'; readonly added: Everything } | Extract<ReadFile, { kind: 'refused' }>

export function importWords(imported: Imported, file: string, strings: YourWorkStrings): string {
  if (imported.kind === 'refused') {
    const detail = imported.why === 'broken' ? faultWords(imported.fault, strings.faults) : imported.detail
    return fill(strings.importRefused[imported.why], { file, detail })
  }
  const { copies, notes, aside } = imported.added
  const counts = { copies: copies.length, notes: notes.length, aside: aside.length }
  const isNothing = Object.values(counts).every((count) => count === 0)
  return fill(isNothing ? strings.importedNothing : strings.imported, { file, ...counts })
}

/** @param projects what projects are called that have no name of their own, by their ids */
export function titleWords(
  { copy, about }: ShelfRow,
  projects: Readonly<Record<string, string>>,
  strings: YourWorkStrings,
): string {
  if (about !== null) return about.title
  if (playgroundName(copy) !== null) {
    return fill(strings.playground, { name: copy.name ?? projects[copy.id] ?? fewNames(copy) })
  }
  return fill(strings.missingLab, { id: labOf(copy) })
}

/** Files tell a reader which of their projects it is, before it has a name. */
function fewNames({ project }: WorkCopy): string {
  const names = Object.keys(project.files)
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}…` : names.join(', ')
}

/** Where the work of a row can be gone on with, below the site's root; null where it cannot any more. */
export function addressOf({ copy, about }: ShelfRow, strings: YourWorkStrings): string | null {
  if (about !== null) return about.path
  const name = playgroundName(copy)
  return name === null ? null : `${strings.playgroundPage}#work=${name}`
}

function playgroundName({ id }: WorkCopy): string | null {
  return id.startsWith('playground:') ? id.slice('playground:'.length) : null
}

/** Null where there is nothing to tell one copy from. */
export function standingWords({ standing, about }: ShelfRow, strings: YourWorkStrings): string | null {
  if (about === null) return null
  return { newest: strings.newest, older: strings.older, 'earlier-revision': strings.earlierRevision }[standing]
}

export function sizeWords(bytes: number, strings: YourWorkStrings): string {
  return fill(strings.kilobytes, { size: Math.max(1, Math.round(bytes / 1024)) })
}
