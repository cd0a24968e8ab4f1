/** Sizes of what the built site makes a reader download, as brotli would send it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

export interface Size {
  readonly what: string
  /** Bytes as they lie on disk. */
  readonly raw: number
  /** Bytes after brotli at quality 9, which is what static hosts use at most for such files. */
  readonly brotli: number
}

/** @param groups for each line of the table, which files of `dist` it adds up */
export function measureSizes(dist: string, groups: Readonly<Record<string, (path: string) => boolean>>): Size[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(dist, path)).isFile(),
  )
  return Object.entries(groups).map(([what, includes]) => {
    const texts = files.filter(includes).map((path) => readFileSync(join(dist, path)))
    return {
      what,
      raw: texts.reduce((sum, text) => sum + text.length, 0),
      brotli: texts.reduce((sum, text) => sum + brotli(text), 0),
    }
  })
}

export function printSizes(sizes: readonly Size[]): void {
  const width = Math.max(...sizes.map(({ what }) => what.length))
  for (const { what, raw, brotli: compressed } of sizes) {
    console.log(`${what.padEnd(width)}  ${kib(raw)} raw  ${kib(compressed)} brotli`)
  }
}

function brotli(text: Buffer): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(9)} KiB`
}
