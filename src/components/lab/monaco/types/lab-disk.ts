/** What TypeScript sees of a lab: the same disk as the bundler's, symlinks included, with the reader's latest text on it. */

import type { DiskEntry, DiskTree } from '../../../../bundler/bundle-types.ts'
import { createDisk, type Disk, isTreeError } from '../../../../bundler/disk.ts'
import { toTree } from '../../../../lab/mount.ts'
import type { Files } from '../../../../lab/project.ts'
import type { LabSources } from './contract.ts'

export interface LabDisk {
  /** The paths of the reader's own files. */
  readonly ownFiles: () => readonly string[]
  readonly write: (files: Files) => void
  readonly read: (path: string) => string | undefined
  /** Changes whenever the text does. */
  readonly version: (path: string) => string
  readonly realpath: (path: string) => string
  readonly isFolder: (path: string) => boolean
  /** Names in a folder; none where there is no such folder. */
  readonly list: (path: string) => { readonly files: readonly string[]; readonly folders: readonly string[] }
}

/** @param root the folder that holds the reader's files and their `node_modules` */
export function createLabDisk(root: string, { files, links, packages }: LabSources): LabDisk {
  const mounted: DiskTree = Object.assign(
    {},
    ...Object.entries(packages).map(([name, found]) => toTree(found, `${root}/node_modules/${name}`)),
    toTree({ files: {}, links }, root),
  )
  let disk = plantOr(createDisk({}), mounted)
  let own = new Map<string, { readonly text: string; readonly version: number }>()

  const write = (next: Files) => {
    const entries = Object.entries(next).map(([name, text]) => {
      const path = `${root}/${name}`
      const present = own.get(path)
      return [path, present?.text === text ? present : { text, version: (present?.version ?? 0) + 1 }] as const
    })
    const isSameSet = entries.length === own.size && entries.every(([path]) => own.has(path))
    own = new Map(entries)
    // Names alone decide what is found; the text is taken from `own`, so that typing does not build a disk.
    if (isSameSet) return
    disk = plantOr(disk, { ...mounted, ...Object.fromEntries(entries.map(([path]) => [path, emptyFile])) })
  }
  write(files)
  /** Also through a link: TypeScript goes by the real path in packages alone. */
  const ownAt = (path: string) => own.get(path) ?? own.get(attempt(() => disk.realpath(path)) ?? path)

  return {
    ownFiles: () => [...own.keys()],
    write,
    read: (path) => ownAt(path)?.text ?? attempt(() => disk.readFile(path)),
    version: (path) => String(ownAt(path)?.version ?? 0),
    realpath: (path) => attempt(() => disk.realpath(path)) ?? path,
    isFolder: (path) => isFolder(disk, path),
    list: (path) => {
      const names = attempt(() => disk.readdir(path)) ?? []
      return {
        files: names.filter((name) => !isFolder(disk, `${path}/${name}`)),
        folders: names.filter((name) => isFolder(disk, `${path}/${name}`)),
      }
    },
  }
}

const emptyFile: DiskEntry = { kind: 'file', text: '' }

/** A tree that no disk could hold is reported by the bundler; the types go on with what was there before. */
function plantOr(former: Disk, tree: DiskTree): Disk {
  try {
    return createDisk(tree)
  } catch (error) {
    if (isTreeError(error)) return former
    throw error
  }
}

function isFolder(disk: Disk, path: string): boolean {
  return attempt(() => disk.stat(path).kind) === 'directory'
}

/** TypeScript looks in many places where nothing lies; a disk's error means just that. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
