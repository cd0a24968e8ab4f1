/** What a project is: the reader's files, the packages beside them, and the settings that decide which module a specifier means. */
import type { BuildOptions } from '../bundler/bundle-types.ts'
import type { LabConfig } from './lab.ts'

/** Files of a project by name, e.g. `{ 'main.ts': '…' }`, in the order of their tabs. */
export type Files = Readonly<Record<string, string>>

/** Everything that decides what a run does. Plain data: it can be stored, sent and compared. */
export interface Project {
  /** The version of Dask that `distributed` models, e.g. `2024.7.1`. */
  readonly dask: string
  /** Packages of ours mounted into `node_modules`, besides `distributed`. */
  readonly packages: readonly string[]
  /** The file that is run. */
  readonly entry: string
  readonly files: Files
  /** Symlinks by path, with their targets as a disk stores them: relative to the folder that the link lies in. */
  readonly links: Readonly<Record<string, string>>
  readonly build: BuildOptions
}

/** The project of a lab with these files: the start's, a solution's or the reader's own. */
export function projectOf(config: LabConfig, files: Files): Project {
  const { dask, packages, entry, links, build } = config
  const inOrder = config.files.flatMap((name) => (files[name] === undefined ? [] : [[name, files[name]] as const]))
  return { dask, packages, entry, files: { ...Object.fromEntries(inOrder), ...files }, links, build }
}

/** Whether two projects would run alike. The order of files does not count. */
export function isSameProject(one: Project, other: Project): boolean {
  return comparable(one) === comparable(other)
}

/** A text that two projects share when they would run alike. */
export function comparable({ dask, packages, entry, files, links, build }: Project): string {
  const { preserveSymlinks, conditions, alias, external } = build
  const settings = [preserveSymlinks, conditions, sorted(alias), external]
  return JSON.stringify([dask, [...packages].sort(), entry, sorted(files), sorted(links), settings])
}

function sorted(record: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
}
