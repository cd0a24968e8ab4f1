/** What a reader may do to a project's files, links and settings: each edit gives a new project, or says why there is none. */
import { PROJECT_ROOT } from '../bundler/bundle-types.ts'
import { createDisk } from '../bundler/disk.ts'
import { type Fault, faultOf } from './fault.ts'
import { toTree } from './mount.ts'
import type { Project } from './project.ts'
import { foldersOf, leavesProject } from './project-paths.ts'
import { buildSchema, filePath, linkTarget, PROJECT_LIMITS } from './project-schema.ts'

export type EditProblem =
  | { readonly kind: 'bad-path'; readonly path: string; readonly fault: Fault }
  | { readonly kind: 'not-on-windows'; readonly path: string; readonly step: string }
  /** `like` differs in capital letters only. */
  | { readonly kind: 'other-case'; readonly path: string; readonly like: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'is-folder'; readonly path: string }
  /** `above` is a file or a link, so that nothing can lie in it. */
  | { readonly kind: 'not-in-folder'; readonly path: string; readonly above: string }
  | { readonly kind: 'last-file'; readonly path: string }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'bad-target'; readonly target: string }
  | { readonly kind: 'link-loop'; readonly path: string; readonly target: string }
  | { readonly kind: 'bad-setting'; readonly setting: keyof Project['build'] }

export type Edited =
  | { readonly kind: 'edited'; readonly project: Project }
  | { readonly kind: 'refused'; readonly problem: EditProblem }

/** @param index where among the files it stands; at the end without it */
export function addFile(project: Project, path: string, text = '', index = Number.POSITIVE_INFINITY): Edited {
  const entries = Object.entries(project.files)
  if (entries.length >= PROJECT_LIMITS.files) return refuse({ kind: 'too-many', limit: PROJECT_LIMITS.files })
  const problem = problemOfPath(project, path)
  if (problem !== null) return refuse(problem)
  return edit(project, { files: Object.fromEntries(entries.toSpliced(index, 0, [path, text])) })
}

/** Where it stands among the files it stays, and the entry stays the entry. */
export function renameFile(project: Project, from: string, to: string): Edited {
  if (!has(project, from)) return refuse({ kind: 'missing', path: from })
  if (from === to) return edit(project, {})
  const { [from]: _, ...others } = project.files
  const problem = problemOfPath({ ...project, files: others }, to)
  if (problem !== null) return refuse(problem)
  const entries = Object.entries(project.files).map(([path, text]) => [path === from ? to : path, text] as const)
  return edit(project, {
    files: Object.fromEntries(entries),
    entry: project.entry === from ? to : project.entry,
  })
}

/** All folders of a project, by their paths: of the reader's files and links. */
export function listFolders({ files, links }: Project): readonly string[] {
  return [...new Set([...Object.keys(files), ...Object.keys(links)].flatMap(foldersOf))].sort()
}

/** As on a disk: what lies in the folder moves along, and what is written in it stays as it is written. */
export function renameFolder(project: Project, from: string, to: string): Edited {
  if (!listFolders(project).includes(from)) return refuse({ kind: 'missing', path: from })
  if (from === to) return edit(project, {})
  const problem = problemOfPath(without(project, from), to)
  if (problem !== null) return refuse(problem.kind === 'is-folder' ? { kind: 'exists', path: to } : problem)
  const moved: Project = {
    ...project,
    files: moveKeys(project.files, from, to),
    links: moveKeys(project.links, from, to),
    entry: movePath(project.entry, from, to),
  }
  const [bad] = [...Object.keys(moved.files), ...Object.keys(moved.links)].flatMap((path) => noPath(path) ?? [])
  if (bad !== undefined) return refuse(bad)
  // A link's target is relative to where the link lies, so that another depth gives it another meaning.
  const links = Object.entries(moved.links)
  const [, outside] = links.find(([path, target]) => leavesProject(path, target)) ?? []
  if (outside !== undefined) return refuse({ kind: 'bad-target', target: outside })
  const [loop, target = ''] = links.find(([path]) => leadsInACircle(moved, path)) ?? []
  return loop === undefined ? edit(moved, {}) : refuse({ kind: 'link-loop', path: loop, target })
}

/** Where a path lies once the folder `from` is called `to`. */
export function movePath(path: string, from: string, to: string): string {
  return path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path
}

/** With the entry gone, the first of the others is run. */
export function removeFile(project: Project, path: string): Edited {
  if (!has(project, path)) return refuse({ kind: 'missing', path })
  const { [path]: _, ...files } = project.files
  const [first] = Object.keys(files)
  if (first === undefined) return refuse({ kind: 'last-file', path })
  return edit(project, { files, entry: project.entry === path ? first : project.entry })
}

/** @param by how many places it moves, back where negative */
export function moveFile(project: Project, path: string, by: number): Edited {
  if (!has(project, path)) return refuse({ kind: 'missing', path })
  const entries = Object.entries(project.files)
  const from = entries.findIndex(([name]) => name === path)
  const to = Math.min(entries.length - 1, Math.max(0, from + by))
  const moved = entries.filter((_, index) => index === from)
  return edit(project, { files: Object.fromEntries(entries.toSpliced(from, 1).toSpliced(to, 0, ...moved)) })
}

export function setEntry(project: Project, entry: string): Edited {
  return has(project, entry) ? edit(project, { entry }) : refuse({ kind: 'missing', path: entry })
}

/**
 * A new symlink. What it leads to need not be there.
 *
 * @param index where among the links it stands; at the end without it
 */
export function addLink(project: Project, path: string, target: string, index = Number.POSITIVE_INFINITY): Edited {
  const entries = Object.entries(project.links)
  if (entries.length >= PROJECT_LIMITS.links) return refuse({ kind: 'too-many', limit: PROJECT_LIMITS.links })
  const problem = problemOfPath(project, path)
  if (problem !== null) return refuse(problem)
  const links = Object.fromEntries(entries.toSpliced(index, 0, [path, target]))
  return setTarget({ ...project, links }, path, target)
}

export function retargetLink(project: Project, path: string, target: string): Edited {
  if (!Object.hasOwn(project.links, path)) return refuse({ kind: 'missing', path })
  return setTarget(project, path, target)
}

export function removeLink(project: Project, path: string): Edited {
  if (!Object.hasOwn(project.links, path)) return refuse({ kind: 'missing', path })
  const { [path]: _, ...links } = project.links
  return edit(project, { links })
}

export function setBuild(project: Project, build: Project['build']): Edited {
  const result = buildSchema.safeParse(build)
  if (result.success) return edit(project, { build: result.data })
  const [setting] = result.error.issues[0]?.path ?? []
  return refuse({ kind: 'bad-setting', setting: SETTINGS.find((name) => name === setting) ?? 'alias' })
}

export function setPackages(project: Project, packages: readonly string[]): Edited {
  return edit(project, { packages })
}

function setTarget(project: Project, path: string, target: string): Edited {
  if (!linkTarget.safeParse(target).success || leavesProject(path, target))
    return refuse({ kind: 'bad-target', target })
  const linked = { ...project, links: { ...project.links, [path]: target } }
  return leadsInACircle(linked, path) ? refuse({ kind: 'link-loop', path, target }) : edit(linked, {})
}

const SETTINGS = ['preserveSymlinks', 'conditions', 'alias', 'external'] as const

function edit(project: Project, change: Partial<Project>): Edited {
  return { kind: 'edited', project: { ...project, ...change } }
}

function refuse(problem: EditProblem): Edited {
  return { kind: 'refused', problem }
}

function has({ files }: Project, path: string): boolean {
  return Object.hasOwn(files, path)
}

function moveKeys(record: Readonly<Record<string, string>>, from: string, to: string): Project['files'] {
  return Object.fromEntries(Object.entries(record).map(([path, value]) => [movePath(path, from, to), value]))
}

/** The project as it is beside one of its folders. */
function without({ files, links, ...rest }: Project, folder: string): Project {
  const beside = (record: Project['files']) =>
    Object.fromEntries(Object.entries(record).filter(([path]) => !path.startsWith(`${folder}/`)))
  return { ...rest, files: beside(files), links: beside(links) }
}

/** Why nothing new can lie at a path. */
function problemOfPath({ files, links }: Project, path: string): EditProblem | null {
  const bad = noPath(path) ?? notOnWindows(path)
  if (bad !== null) return bad
  const taken = [...Object.keys(files), ...Object.keys(links)]
  if (taken.includes(path)) return { kind: 'exists', path }
  if (taken.some((other) => other.startsWith(`${path}/`))) return { kind: 'is-folder', path }
  const above = foldersOf(path).find((folder) => taken.includes(folder))
  if (above !== undefined) return { kind: 'not-in-folder', path, above }
  const like = likeInOtherCase(path, taken)
  return like === undefined ? null : { kind: 'other-case', path, like }
}

function noPath(path: string): EditProblem | null {
  const read = filePath.safeParse(path)
  return read.success ? null : { kind: 'bad-path', path, fault: faultOf(read.error) }
}

function notOnWindows(path: string): EditProblem | null {
  const step = path.split('/').find((name) => NOT_ON_WINDOWS.test(name))
  return step === undefined ? null : { kind: 'not-on-windows', path, step }
}

/** Names of devices, with whatever ending, and names that Windows would cut short. */
const NOT_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$/i

/** esbuild's resolver knows a folder's entries in lower case, so that of two such one is never found. */
function likeInOtherCase(path: string, taken: readonly string[]): string | undefined {
  const folders = new Set(taken.flatMap(foldersOf))
  const wanted = [...foldersOf(path).filter((folder) => !folders.has(folder)), path]
  return [...taken, ...folders].find((other) =>
    wanted.some((each) => each !== other && each.toLowerCase() === other.toLowerCase()),
  )
}

function leadsInACircle({ files, links }: Project, path: string): boolean {
  try {
    createDisk(toTree({ files, links })).realpath(`${PROJECT_ROOT}/${path}`)
    return false
  } catch (error) {
    // What is not there may come later, or lie in a package.
    return error instanceof Error && 'code' in error && error.code === 'ELOOP'
  }
}
