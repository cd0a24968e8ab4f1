/** A Vite plugin that provides the run worker as the text of one classic script, `virtual:run-worker`, in dev and in the build. */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const VIRTUAL = 'virtual:run-worker'
const RESOLVED = `\0${VIRTUAL}`
const ENTRY = fileURLToPath(new URL('./worker/worker-browser.ts', import.meta.url))

/** The part of Vite's plugin interface that is used here. */
interface SourcePlugin {
  readonly name: string
  readonly resolveId: (id: string) => string | null
  readonly load: (this: { addWatchFile: (path: string) => void }, id: string) => Promise<string | null>
}

export function runWorkerSource(): SourcePlugin {
  return {
    name: 'doppelclass:run-worker',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null
      const { metafile, text } = await bundleRunWorker()
      for (const input of Object.keys(metafile.inputs)) this.addWatchFile(input)
      return `export default ${JSON.stringify(text)}`
    },
  }
}

/** Bundles the run worker into the text of one classic script. */
async function bundleRunWorker() {
  const { outputFiles, metafile } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    metafile: true,
    charset: 'ascii',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`esbuild made no output for ${ENTRY}. Run it by hand to see why.`)
  return { metafile, text: file.text }
}
