/** Packs a project into an archive that runs in Node, and hands it to the browser's downloads. */
import { version } from 'esbuild-wasm/package.json' with { type: 'json' }
import { fill } from '../../../i18n/fill.ts'
import { layOutDownload } from '../../../lab/download/lay-out.ts'
import type { Project } from '../../../lab/project.ts'
import { loadShelf } from '../load-lab-browser.ts'

/** Archives begin here, and the same project gives the same archive. */
const DATE = new Date(1980, 0, 1)

interface DownloadOptions {
  /** The archive's, without its ending, and that of the one folder in it. */
  readonly name: string
  /** The paragraphs of its README, with places for `{entry}` and `{dask}`. */
  readonly readme: readonly string[]
}

export async function downloadProject(project: Project, { name, readme }: DownloadOptions): Promise<void> {
  const [{ strToU8, zipSync }, { default: script }, shelf] = await Promise.all([
    import('fflate'),
    import('../../../lab/download/start-node.mjs?raw'),
    loadShelf(),
  ])
  const words = readme.map((paragraph) => fill(paragraph, { entry: project.entry, dask: project.dask }))
  const files = layOutDownload({ project, shelf, script, readme: `${words.join('\n\n')}\n`, esbuild: version })
  const entries = Object.entries(files).map(([path, text]) => [`${name}/${path}`, strToU8(text)] as const)
  save(new Blob([zipSync(Object.fromEntries(entries), { mtime: DATE })], { type: 'application/zip' }), `${name}.zip`)
}

function save(archive: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(archive)
  link.download = name
  link.click()
  // The download holds the data by now, but Safari begins it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
