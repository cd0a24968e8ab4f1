/** Scripts that reach a page as text: bundled by esbuild into one classic script each, which a page inlines or a worker starts from. */
import { createHash } from 'node:crypto'
import { buildSync } from 'esbuild'

export interface ScriptSource {
  readonly text: string
  /** The files that it was made of. */
  readonly inputs: readonly string[]
}

/**
 * @param entry path of the first module, relative to the repository
 * @param define names that stand for an expression
 */
export function bundleScript(entry: string, define: Readonly<Record<string, string>> = {}): ScriptSource {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    metafile: true,
    charset: 'ascii',
    define,
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`esbuild made no output for ${entry}. Run it by hand to see why.`)
  return { text: file.text.trimEnd(), inputs: Object.keys(metafile.inputs) }
}

/** What a policy calls a script that stands in the page. */
export function scriptHash(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** The part of Vite's plugin interface that is used here. */
interface SourcePlugin {
  readonly name: string
  readonly resolveId: (id: string) => string | null
  readonly load: (this: { addWatchFile: (path: string) => void }, id: string) => string | null
}

/** A Vite plugin that provides scripts as text, in dev and in the build: `import text from 'virtual:…'`. */
export function scriptSources(entries: Readonly<Record<`virtual:${string}`, string>>): SourcePlugin {
  const resolved = new Map(Object.entries(entries).map(([id, entry]) => [`\0${id}`, entry]))
  return {
    name: 'doppelclass:script-sources',
    resolveId: (id) => (resolved.has(`\0${id}`) ? `\0${id}` : null),
    load(id) {
      const entry = resolved.get(id)
      if (entry === undefined) return null
      const { text, inputs } = bundleScript(entry)
      for (const input of inputs) this.addWatchFile(input)
      return `export default ${JSON.stringify(text)}`
    },
  }
}
