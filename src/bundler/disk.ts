/** A read-only disk in memory that answers as a real POSIX file system does, error codes included. */
import type { DiskEntry, DiskTree } from './bundle-types.ts'

export type DiskErrorCode = 'EBADF' | 'EINVAL' | 'EISDIR' | 'ELOOP' | 'ENOENT' | 'ENOTDIR' | 'EROFS'

/** What a file-system call throws, as Node's do: the caller looks at `code`. */
export type DiskError = Error & { readonly code: DiskErrorCode }

export interface DiskStat {
  readonly kind: DiskEntry['kind']
  /** Bytes: of the text, or of a symlink's target. */
  readonly size: number
  readonly inode: number
}

/** A tree that no disk could hold, and the path that does not fit in. */
export type TreeError = Error & { readonly misplaced: string }

/** Relative paths count from the root. Every method throws a `DiskError` where Node's of the same name would. */
export interface Disk {
  readonly stat: (path: string) => DiskStat
  readonly lstat: (path: string) => DiskStat
  readonly readdir: (path: string) => readonly string[]
  readonly readlink: (path: string) => string
  readonly realpath: (path: string) => string
  readonly readFile: (path: string) => string
}

interface FileNode extends DiskStat {
  readonly kind: 'file'
  readonly text: string
}
interface LinkNode extends DiskStat {
  readonly kind: 'symlink'
  readonly target: string
}
interface DirectoryNode extends DiskStat {
  readonly kind: 'directory'
  readonly children: Map<string, DiskNode>
}
type DiskNode = FileNode | LinkNode | DirectoryNode

interface Found {
  readonly node: DiskNode
  /** Without `.`, `..` or a symlink, except a last one that was not followed. */
  readonly path: string
}

interface WalkOptions {
  readonly call: string
  readonly followLast: boolean
}

/** Linux gives up after as many symlinks in one path. */
const MAX_LINKS = 40

/** @throws TreeError where the tree contradicts itself, e.g. has a file inside a file */
export function createDisk(tree: DiskTree): Disk {
  const root = plant(tree)
  const follow = (call: string, path: string) => walk(root, path, { call, followLast: true })
  const stay = (call: string, path: string) => walk(root, path, { call, followLast: false })

  return {
    stat: (path) => statOf(follow('stat', path).node),
    lstat: (path) => statOf(stay('lstat', path).node),
    readdir: (path) => {
      const { node } = follow('scandir', path)
      if (node.kind !== 'directory') throw diskError('ENOTDIR', 'scandir', path)
      return [...node.children.keys()].sort()
    },
    readlink: (path) => {
      const { node } = stay('readlink', path)
      if (node.kind !== 'symlink') throw diskError('EINVAL', 'readlink', path)
      return node.target
    },
    realpath: (path) => follow('realpath', path).path,
    readFile: (path) => {
      const { node } = follow('open', path)
      if (node.kind !== 'file') throw diskError('EISDIR', 'read', path)
      return node.text
    },
  }
}

export function diskError(code: DiskErrorCode, call: string, path: string): DiskError {
  return Object.assign(new Error(`${code}: ${call} '${path}'`), { code })
}

export function isTreeError(error: unknown): error is TreeError {
  return error instanceof Error && 'misplaced' in error
}

function treeError(misplaced: string, message: string): TreeError {
  return Object.assign(new Error(`Disk: ${message}`), { misplaced })
}

function plant(tree: DiskTree): DirectoryNode {
  let inodes = 0
  const inode = () => {
    inodes += 1
    return inodes
  }
  const directory = (): DirectoryNode => ({ kind: 'directory', size: 4096, inode: inode(), children: new Map() })
  const sprout = (entry: DiskEntry): DiskNode => {
    if (entry.kind === 'directory') return directory()
    const size = utf8Length(entry.kind === 'file' ? entry.text : entry.target)
    return { ...entry, size, inode: inode() }
  }

  const root = directory()
  for (const [path, entry] of Object.entries(tree)) {
    const names = parsePath(path)
    if (entry.kind === 'symlink' && entry.target === '') throw treeError(path, `the symlink "${path}" has no target.`)
    let parent = root
    names.forEach((name, index) => {
      const last = index === names.length - 1
      const present = parent.children.get(name)
      if (last && present !== undefined && (present.kind !== 'directory' || entry.kind !== 'directory')) {
        throw treeError(path, `"${path}" is there twice. Remove one of the two, or rename it.`)
      }
      const node = present ?? (last ? sprout(entry) : directory())
      parent.children.set(name, node)
      if (last) return
      if (node.kind !== 'directory') {
        const above = `/${names.slice(0, index + 1).join('/')}`
        throw treeError(path, `"${path}" lies inside "${above}", which is a ${node.kind}. Move one of the two.`)
      }
      parent = node
    })
  }
  return root
}

function parsePath(path: string): readonly string[] {
  const [empty, ...names] = path.split('/')
  if (path === '/') return []
  if (empty !== '' || names.some((name) => name === '' || name === '.' || name === '..')) {
    throw treeError(path, `"${path}" is no plain absolute path. Write it as "/folder/file".`)
  }
  return names
}

/** Walks name by name, as a kernel does: `..` leaves the folder that a symlink led to, not the one that holds the symlink. */
function walk(root: DirectoryNode, path: string, { call, followLast }: WalkOptions): Found {
  if (path === '') throw diskError('ENOENT', call, path)
  const pending = namesOf(path)
  let trail: { readonly name: string; readonly node: DirectoryNode }[] = []
  let links = 0

  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    if (name === '.') continue
    if (name === '..') {
      trail.pop()
      continue
    }
    const node = (trail.at(-1)?.node ?? root).children.get(name)
    if (node === undefined) throw diskError('ENOENT', call, path)
    const last = pending.length === 0
    if (node.kind === 'directory') {
      trail.push({ name, node })
    } else if (node.kind === 'symlink' && (followLast || !last)) {
      links += 1
      if (links > MAX_LINKS) throw diskError('ELOOP', call, path)
      if (node.target.startsWith('/')) trail = []
      pending.unshift(...namesOf(node.target))
    } else if (last) {
      return { node, path: pathOf([...trail, { name }]) }
    } else {
      throw diskError('ENOTDIR', call, path)
    }
  }
  return { node: trail.at(-1)?.node ?? root, path: pathOf(trail) }
}

/** A trailing slash asks for a directory, as `.` does. */
function namesOf(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '')
  return path.endsWith('/') ? [...names, '.'] : names
}

function pathOf(trail: readonly { readonly name: string }[]): string {
  return `/${trail.map(({ name }) => name).join('/')}`
}

function statOf({ kind, size, inode }: DiskNode): DiskStat {
  return { kind, size, inode }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
