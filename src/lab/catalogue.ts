/** What this site has on its shelf, by name: a project from elsewhere may ask for more. */
import type { PackageShelf } from './mount.ts'
import type { Project } from './project.ts'

export interface Catalogue {
  /** Versions of Dask, the oldest first. */
  readonly versions: readonly string[]
  /** Packages besides `distributed`. */
  readonly packages: readonly string[]
}

/** Something that a project asks for and the site does not have. */
export interface Lacking {
  readonly what: 'version' | 'package'
  readonly name: string
}

export function catalogueOf({ packages, versions }: PackageShelf): Catalogue {
  return {
    versions: Object.keys(versions).sort((one, other) => one.localeCompare(other, 'en', { numeric: true })),
    packages: Object.keys(packages)
      .filter((name) => name !== 'distributed')
      .sort(),
  }
}

/** The first thing that is lacking, or null where the project can be laid out. */
export function findLacking({ dask, packages }: Project, catalogue: Catalogue): Lacking | null {
  if (!catalogue.versions.includes(dask)) return { what: 'version', name: dask }
  const name = packages.find((wanted) => !catalogue.packages.includes(wanted))
  return name === undefined ? null : { what: 'package', name }
}
