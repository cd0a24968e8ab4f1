/** Names a downloaded archive after its project, in letters that every file system takes. */
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'

/** Characters: far below what file systems take, with room for the ending and for three bytes each. */
const LONGEST = 60

/** Never a bare name: some, such as `con`, cannot be one everywhere. */
export function archiveName(project: string, text: Pick<PlayStrings, 'archiveName' | 'archiveUnnamed'>): string {
  const words =
    project
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
  const [...letters] = words.join('-')
  const name = letters.slice(0, LONGEST).join('').replace(/-$/, '')
  return fill(text.archiveName, { name: name === '' ? text.archiveUnnamed : name })
}
