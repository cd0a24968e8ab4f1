/** Reads the projects in tests/fixtures/bundler, and in folders like it: real files, and beside them what a checkout could lose or hide. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import {
  type BuildOptions,
  DEFAULT_BUILD,
  type DiskEntry,
  type DiskTree,
  PROJECT_ROOT,
} from '../../src/bundler/bundle-types.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/bundler')
const MANIFEST = 'fixture.json'
/** A folder of the real name would be ignored by git. */
const PACKAGES = '_node_modules'

interface FixtureManifest {
  /** Symlinks by path in the project, which some checkouts turn into text files. */
  readonly links?: Readonly<Record<string, string>>
  /** The settings to build it with, one after the other; the default ones where none are given. */
  readonly builds?: readonly Partial<BuildOptions>[]
}

export interface Fixture {
  readonly name: string
  readonly disk: DiskTree
  readonly builds: readonly BuildOptions[]
}

export function listFixtures(): readonly string[] {
  return readdirSync(FOLDER).sort()
}

/** @param parent the folder of fixtures, by default that of the bundler */
export function readFixture(name: string, parent = FOLDER): Fixture {
  const folder = join(parent, name)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const manifest: FixtureManifest = paths.includes(MANIFEST)
    ? JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
    : {}
  const files = paths
    .filter((path) => path !== MANIFEST)
    .map((path): [string, DiskEntry] => [path, { kind: 'file', text: readFileSync(join(folder, path), 'utf8') }])
  const links = Object.entries(manifest.links ?? {}).map(([path, target]): [string, DiskEntry] => [
    path,
    { kind: 'symlink', target },
  ])
  const place = ([path, entry]: [string, DiskEntry]) =>
    [`${PROJECT_ROOT}/${path.replaceAll(PACKAGES, 'node_modules')}`, entry] as const
  return {
    name,
    disk: Object.fromEntries([...files, ...links].map(place)),
    builds: (manifest.builds ?? [{}]).map((options) => ({ ...DEFAULT_BUILD, ...options })),
  }
}

/** A disk of a project's files, by name. */
export function projectDisk(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): DiskTree {
  return Object.fromEntries([
    ...Object.entries(files).map(([path, text]) => [`${PROJECT_ROOT}/${path}`, { kind: 'file', text }]),
    ...Object.entries(links).map(([path, target]) => [`${PROJECT_ROOT}/${path}`, { kind: 'symlink', target }]),
  ])
}
