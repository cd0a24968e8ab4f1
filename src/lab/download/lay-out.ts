/** Lays a project out as a folder that runs in Node by itself: what goes into the downloaded archive. */
import { buildSettings } from '../../bundler/build-settings.ts'
import { mountedPackages, type PackageShelf } from '../mount.ts'
import type { Files, Project } from '../project.ts'

export interface DownloadParts {
  readonly project: Project
  readonly shelf: PackageShelf
  /** The text of `start.mjs`. */
  readonly script: string
  /** The text of README.md, in the reader's language. */
  readonly readme: string
  /** The version of esbuild that the page bundles with. */
  readonly esbuild: string
}

/** Every file of the archive, by path. */
export function layOutDownload({ project, shelf, script, readme, esbuild }: DownloadParts): Files {
  const packages = Object.entries(mountedPackages(project, shelf))
  return {
    'README.md': readme,
    'package.json': toJson({
      name: 'doppelclass-project',
      version: '1.0.0',
      private: true,
      type: 'module',
      scripts: { start: 'node --enable-source-maps start.mjs' },
      engines: { node: '>=20' },
      dependencies: { esbuild },
      // npm 11 and later ask before a package's own script puts its binary in place.
      allowScripts: { esbuild: true },
    }),
    'start.mjs': script,
    'project.json': toJson({
      entry: project.entry,
      dask: project.dask,
      links: project.links,
      packageLinks: Object.assign({}, ...packages.map(([name, { links }]) => below(name, links))),
      esbuild: settingsOf(project),
    }),
    ...Object.assign({}, ...packages.map(([name, { files }]) => below(`packages/${name}`, files))),
    ...below('files', Object.fromEntries(Object.entries(project.files).map(([path, text]) => [archived(path), text]))),
  }
}

/** npm empties `node_modules`, and many tools leave it out: in the archive it has another name, which `start.mjs` takes back. */
function archived(path: string): string {
  return path
    .split('/')
    .map((step) => (/^_*node_modules$/.test(step) ? `_${step}` : step))
    .join('/')
}

/** The page's own settings, but for what depends on where the project lies and on what comes after. */
function settingsOf(project: Project) {
  const tsconfigRaw = hasConfig(project)
    ? undefined
    : JSON.stringify({ compilerOptions: { verbatimModuleSyntax: true } })
  const plan = { root: '', entry: project.entry, options: project.build, tsconfigRaw }
  const { stdin, absWorkingDir, outfile, write, metafile, sourcemap, sourcesContent, supported, logLevel, ...kept } =
    buildSettings(plan)
  return { ...kept, logLevel: 'warning' }
}

/** As the bundler looks for them: `bundler/kept-imports.ts`. */
function hasConfig({ files }: Project): boolean {
  return Object.keys(files).some((path) => /^(?!(?:.*\/)?node_modules\/)(?:.*\/)?(?:ts|js)config\.json$/.test(path))
}

function below<T>(folder: string, entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).map(([path, value]) => [`${folder}/${path}`, value]))
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
