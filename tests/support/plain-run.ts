/** Runs a project without anything of ours: from a real folder, bundled by esbuild alone, in a Node process of its own. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { type BuildOptions, type DiskTree, PROJECT_ROOT } from '../../src/bundler/bundle-types.ts'
import { createTempFolder, writeTree } from './disk-real.ts'
import type { ToldFact } from './told-truth.ts'

/** Written out here, and not taken from the bundler: what it would get wrong is not to be wrong on both sides. */
const SETTINGS = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  keepNames: true,
  treeShaking: false,
  ignoreAnnotations: true,
  logLevel: 'silent',
} as const

/** Only what a program says of itself by `console.log('truth', kind, fact)`, a line each. */
const LISTEN = `console.log = (mark, kind, fact) => {
  if (mark === 'truth') process.stdout.write(JSON.stringify({ kind, fact }) + '\\n')
}`

export async function runPlain(disk: DiskTree, options: BuildOptions): Promise<readonly ToldFact[]> {
  const { path, dispose } = createTempFolder()
  try {
    writeTree(disk, path)
    const root = join(path, PROJECT_ROOT)
    const outfile = join(path, 'program.mjs')
    const { conditions, ...others } = options
    await build({
      ...SETTINGS,
      absWorkingDir: root,
      entryPoints: ['main.ts'],
      outfile,
      banner: { js: LISTEN },
      preserveSymlinks: others.preserveSymlinks,
      alias: { ...others.alias },
      external: [...others.external],
      ...(conditions.length > 0 ? { conditions: [...conditions] } : {}),
      ...(`${PROJECT_ROOT}/tsconfig.json` in disk
        ? {}
        : { tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } }),
    })
    const { stdout } = await promisify(execFile)(process.execPath, [outfile])
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  } finally {
    dispose()
  }
}
