/** Where a lab's files lie for the editor: a folder a lab, so that two labs on one page never share a file. */
import type { LabSources } from './types/contract.ts'

/** @param labId e.g. `impossible-error/register` */
export function labRoot(labId: string): string {
  return `/labs/${labId}`
}

export function filePath(root: string, file: string): string {
  return `${root}/${file}`
}

/** The reader's name of a file, or null for one that is not theirs. */
export function ownFile(root: string, files: LabSources['files'], path: string): string | null {
  const name = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null
  return name !== null && files[name] !== undefined ? name : null
}

/** The editor's language for a file. JavaScript is read as TypeScript: one syntax, one service. */
export function languageOf(file: string): 'typescript' | 'json' | 'plaintext' {
  if (/\.[cm]?[jt]s$/.test(file)) return 'typescript'
  return file.endsWith('.json') ? 'json' : 'plaintext'
}
