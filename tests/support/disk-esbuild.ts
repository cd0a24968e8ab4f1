/** esbuild's WebAssembly in the thread of the tests, on a virtual disk: for tests that bring their own instrument step. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as esbuild from 'esbuild-wasm/esm/browser.min.js'
import { type BundleCore, createBundleCore } from '../../src/bundler/bundle.ts'
import { createDrive } from '../../src/bundler/disk-fs.ts'
import type { Instrument } from '../../src/bundler/instrument-types.ts'
import { createNodeScope } from '../../src/bundler/node-scope.ts'
import { startEsbuild } from '../../src/bundler/start-esbuild.ts'

const drive = createDrive((text) => {
  throw new Error(`esbuild died: ${text}`)
})
const wasm = readFileSync(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm'))
await startEsbuild(createNodeScope(), drive.fs, await WebAssembly.compile(wasm))

export const virtual = { esbuild, drive }

/** A core of its own, with no context open yet. */
export function startCore(instrument: Instrument): BundleCore {
  return createBundleCore(esbuild, instrument, drive)
}
