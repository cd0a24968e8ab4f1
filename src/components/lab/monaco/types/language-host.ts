/** What TypeScript is given of a lab: its files, the libraries, the settings. */
import type ts from 'typescript'
import type { NamingSettings } from './contract.ts'
import type { LabDisk } from './lab-disk.ts'
import { createModuleLookup } from './module-lookup.ts'
import { PROGRAM_GLOBALS } from './program-globals.ts'

export interface LanguageHost extends ts.LanguageServiceHost {
  readonly readFile: (path: string) => string | undefined
  readonly fileExists: (path: string) => boolean
}

export interface LanguageParts {
  readonly typescript: typeof ts
  /** Of the language itself, by file name. */
  readonly libraries: Readonly<Record<string, string>>
}

/** As the bundler's disk is. The registry that a service is given must be told the same. */
export const CASE_SENSITIVE = true
export const SCRIPT = /\.[cm]?[jt]s$/
const LIBRARY_FOLDER = '/typescript'
const GLOBALS_FILE = `${LIBRARY_FOLDER}/lib.doppelclass.d.ts`

export function createLanguageHost(
  root: string,
  { disk, build }: { readonly disk: LabDisk; readonly build: NamingSettings },
  { typescript, libraries }: LanguageParts,
): LanguageHost {
  const options = { ...compilerOptions(typescript), customConditions: conditionsOf(build) }
  const readFile = (path: string) => {
    if (path === GLOBALS_FILE) return PROGRAM_GLOBALS
    if (path.startsWith(`${LIBRARY_FOLDER}/`)) return libraries[path.slice(LIBRARY_FOLDER.length + 1)]
    return disk.read(path)
  }
  const files = {
    readFile,
    fileExists: (path: string) => readFile(path) !== undefined,
    realpath: disk.realpath,
    directoryExists: disk.isFolder,
  }
  return {
    ...files,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [GLOBALS_FILE, ...disk.ownFiles().filter((path) => SCRIPT.test(path))],
    getScriptVersion: disk.version,
    getScriptSnapshot: (path) => {
      const text = readFile(path)
      return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => root,
    useCaseSensitiveFileNames: () => CASE_SENSITIVE,
    getDefaultLibFileName: () => `${LIBRARY_FOLDER}/lib.d.ts`,
    resolveModuleNameLiterals: createModuleLookup({ typescript, host: files, options, alias: build.alias, root }),
    // Import paths are completed from here; nobody imports `./node_modules/…`.
    getDirectories: (path) => disk.list(path).folders.filter((name) => name !== 'node_modules'),
    // Asked for by completions inside import paths: the names in one folder are enough.
    readDirectory: (path, extensions) =>
      disk
        .list(path)
        .files.filter((name) => extensions === undefined || extensions.some((extension) => name.endsWith(extension)))
        .map((name) => `${path}/${name}`),
  }
}

/** As the bundler has them (`bundler/build-settings.ts`); TypeScript itself adds `import` or `require`. */
function conditionsOf({ conditions }: NamingSettings): string[] {
  // esbuild takes `module` for granted unless others are asked for.
  return ['browser', ...(conditions.length > 0 ? conditions : ['module'])]
}

/** As lenient as the bundler where it can be: only what would also go wrong when it runs, and wrong types, are to be underlined. */
function compilerOptions({
  ModuleDetectionKind,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
}: typeof ts): ts.CompilerOptions {
  return {
    target: ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    types: [],
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    // A file without imports is still a module to the bundler: its names meet no other file's.
    moduleDetection: ModuleDetectionKind.Force,
    allowImportingTsExtensions: true,
    noUncheckedSideEffectImports: true,
    resolveJsonModule: true,
    // Packages of plain JavaScript get the types that can be inferred.
    allowJs: true,
    maxNodeModuleJsDepth: 2,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  }
}
