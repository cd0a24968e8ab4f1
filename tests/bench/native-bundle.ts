/** The peer of the page's bundler: the first lab's project in a real folder, bundled by native esbuild in this process. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { PROJECT_ROOT } from '../../src/bundler/bundle-types.ts'
import { readLab, readPackageShelf } from '../../src/lab/content-node.ts'
import { mountProject } from '../../src/lab/mount.ts'
import { projectOf } from '../../src/lab/project.ts'

/** Milliseconds of each build, the first one, which starts esbuild, left out. */
export async function measureNativeBundle(samples: number): Promise<number[]> {
  const lab = readLab(process.cwd(), 'impossible-error/register')
  const request = mountProject(projectOf(lab.config, lab.start), readPackageShelf(process.cwd()))
  const folder = mkdtempSync(join(tmpdir(), 'doppelclass-bench-'))
  try {
    for (const [path, entry] of Object.entries(request.disk)) {
      const real = join(folder, path.slice(PROJECT_ROOT.length))
      mkdirSync(entry.kind === 'directory' ? real : dirname(real), { recursive: true })
      if (entry.kind === 'file') writeFileSync(real, entry.text)
      if (entry.kind === 'symlink') symlinkSync(entry.target, real)
    }
    const times: number[] = []
    for (let sample = 0; sample <= samples; sample += 1) {
      const start = performance.now()
      await build({
        entryPoints: [join(folder, request.entry)],
        bundle: true,
        format: 'esm',
        preserveSymlinks: request.options.preserveSymlinks,
        keepNames: true,
        sourcemap: 'external',
        outdir: join(folder, 'out'),
        write: false,
        logLevel: 'silent',
      })
      if (sample > 0) times.push(performance.now() - start)
    }
    return times
  } finally {
    rmSync(folder, { recursive: true })
  }
}
