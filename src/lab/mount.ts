/** Lays out the disk of a project: the reader's files, and the packages it imports in `node_modules`. */
import { type BundleRequest, type DiskEntry, type DiskTree, PROJECT_ROOT } from '../bundler/bundle-types.ts'
import type { Files, Project } from './project.ts'

/** A package that can be mounted: its files, and the symlinks that lie in it, by path inside the package. */
export interface Package {
  readonly files: Files
  readonly links: Readonly<Record<string, string>>
}

/** Every package there is, and the version policies of `distributed`, by version of Dask. */
export interface PackageShelf {
  readonly packages: Readonly<Record<string, Package>>
  readonly versions: Files
}

/** The file of `distributed` whose text decides which version of Dask it models. */
const VERSION_FILE = '_version.ts'

/** What the bundler is asked for a lab's project. `variant` files take the place of the reader's own. */
export function mountProject(project: Project, shelf: PackageShelf, variant: Files = {}): BundleRequest {
  return {
    // What the reader wrote takes the place of a package's own file.
    disk: {
      ...mountPackages(project, shelf),
      ...toTree({ files: { ...project.files, ...variant }, links: project.links }),
    },
    entry: project.entry,
    options: project.build,
  }
}

/** The packages of a project by name, with `distributed` in the version that it models. */
export function mountedPackages(
  project: Pick<Project, 'dask' | 'packages'>,
  shelf: PackageShelf,
): Readonly<Record<string, Package>> {
  const policy = shelf.versions[project.dask]
  if (policy === undefined) {
    const known = Object.keys(shelf.versions).join(', ')
    throw new Error(
      `No version policy for Dask ${project.dask}. Add src/runtime/versions/${project.dask}.ts, or use one of ${known}.`,
    )
  }
  return Object.fromEntries(
    ['distributed', ...project.packages].map((name) => {
      const found = shelf.packages[name]
      if (found === undefined) throw new Error(`No package "${name}". Add it as content/packages/${name}/.`)
      return [name, name === 'distributed' ? { ...found, files: { ...found.files, [VERSION_FILE]: policy } } : found]
    }),
  )
}

function mountPackages(project: Project, shelf: PackageShelf): DiskTree {
  const trees = Object.entries(mountedPackages(project, shelf)).map(([name, found]) =>
    toTree(found, `${PROJECT_ROOT}/node_modules/${name}`),
  )
  return Object.assign({}, ...trees)
}

/** Files and symlinks as a disk has them, below a folder: the project's own where none is given. */
export function toTree({ files, links }: Package, folder: string = PROJECT_ROOT): DiskTree {
  const place = <T>(entries: Readonly<Record<string, T>>, toEntry: (value: T) => DiskEntry) =>
    Object.entries(entries).map(([path, value]) => [`${folder}/${path}`, toEntry(value)] as const)
  return Object.fromEntries([
    ...place(files, (text) => ({ kind: 'file', text })),
    ...place(links, (target) => ({ kind: 'symlink', target })),
  ])
}
