/** Makes esbuild keep the imports that a TypeScript module does not use: evaluating a module is what this course is about. */
import { type DiskEntry, type DiskTree, PROJECT_ROOT } from './bundle-types.ts'

const SETTINGS = { compilerOptions: { verbatimModuleSyntax: true } }
const CONFIG = /^(?!.*\/node_modules\/)(.*\/)((?:ts|js)config)\.json$/
const MOVED = '.doppelclass.json'

export interface KeptImports {
  readonly tree: DiskTree
  /** The setting in place of all tsconfig files, where the project has none. */
  readonly tsconfigRaw: string | undefined
}

/**
 * Adds `verbatimModuleSyntax` to a project. A raw setting reaches every module, packages included, yet it also hides
 * the project's own tsconfig files, whose `paths` decide what a specifier means. So where there are any, each is moved
 * aside, and the file in its place extends it; what lies outside of all of them gets one too.
 */
export function keepImports(tree: DiskTree): KeptImports {
  const configs = Object.entries(tree).filter(([path, entry]) => entry.kind === 'file' && CONFIG.test(path))
  if (configs.length === 0) return { tree, tsconfigRaw: JSON.stringify(SETTINGS) }
  const isRooted = configs.some(([path]) => CONFIG.exec(path)?.[1] === `${PROJECT_ROOT}/`)
  const root: DiskTree = isRooted ? {} : { [`${PROJECT_ROOT}/tsconfig.json`]: fileOf(SETTINGS) }
  return { tree: { ...tree, ...root, ...Object.fromEntries(configs.flatMap(wrap)) }, tsconfigRaw: undefined }
}

/** The name under which the reader knows a file that was moved aside. */
export function originalConfigName(file: string): string {
  return file.endsWith(MOVED) ? `${file.slice(0, -MOVED.length)}.json` : file
}

function wrap([path, entry]: [string, DiskEntry]): readonly [string, DiskEntry][] {
  const [, folder = '', name = ''] = CONFIG.exec(path) ?? []
  const moved = `${name}${MOVED}`
  return [
    [path, fileOf({ extends: `./${moved}`, ...SETTINGS })],
    [`${folder}${moved}`, entry],
  ]
}

function fileOf(config: object): DiskEntry {
  return { kind: 'file', text: JSON.stringify(config) }
}
