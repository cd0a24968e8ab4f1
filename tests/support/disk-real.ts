/** Lays a virtual disk's tree out in a real temporary folder, to compare the two. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DiskTree } from '../../src/bundler/bundle-types.ts'

/** A new empty folder, by its real path, and how to be rid of it. */
export function createTempFolder(): { readonly path: string; readonly dispose: () => void } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'doppelclass-'))
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) }
}

/** Writes each entry at `prefix` + its path. The targets of symlinks are taken as they are. */
export function writeTree(tree: DiskTree, prefix = ''): void {
  for (const [path, entry] of Object.entries(tree)) {
    const real = prefix + path
    mkdirSync(dirname(real), { recursive: true })
    if (entry.kind === 'directory') mkdirSync(real, { recursive: true })
    else if (entry.kind === 'file') writeFileSync(real, entry.text)
    else symlinkSync(entry.target, real)
  }
}
