/** Bundles attacks, and the honest program that runs beside and after each, as the site does. */
import { startNodeBundler } from '../../../src/bundler/bundler-node.ts'
import { readLab, readPackageShelf } from '../../../src/lab/content-node.ts'
import { mountProject } from '../../../src/lab/mount.ts'
import { type Files, projectOf } from '../../../src/lab/project.ts'
import type { Program } from '../../../src/runner/protocol.ts'

const ROOT = process.cwd()
const LAB = 'impossible-error/register'

export function openAttackBundler() {
  const bundler = startNodeBundler()
  const { config, start } = readLab(ROOT, LAB)
  const shelf = readPackageShelf(ROOT)
  const bundle = async (files: Files): Promise<Program> => {
    const result = await bundler.bundle(
      mountProject(projectOf(config, start), shelf, files),
      new AbortController().signal,
    )
    if (result.kind === 'bundled') return { code: result.code, map: result.map }
    throw new Error(`An attack must be a program: ${result.diagnostics.map(({ text }) => text).join('; ')}`)
  }
  let honest: Promise<Program> | null = null
  return {
    bundle,
    honest: () => {
      honest ??= bundle({})
      return honest
    },
    dispose: bundler.dispose,
  }
}
