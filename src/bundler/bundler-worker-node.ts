/** The bundler's worker in Node: the same esbuild on the same virtual disk, so that no file of the machine is in reach. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type MessagePort, workerData } from 'node:worker_threads'
import * as esbuild from 'esbuild-wasm/esm/browser.min.js'
import { createBundleCore } from './bundle.ts'
import { createDrive } from './disk-fs.ts'
import { instrument } from './instrument.ts'
import { createNodeScope } from './node-scope.ts'
import { serveBundler } from './service.ts'
import { startEsbuild } from './start-esbuild.ts'

// Node has it, and its types leave it out.
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: { compile: (bytes: Uint8Array) => Promise<object> }
}
const { port } = workerData as { readonly port: MessagePort }
const drive = createDrive((text) => service.die(text))
const wasm = WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm')))
const core = wasm
  .then((module) => startEsbuild(createNodeScope(), drive.fs, module))
  .then(() => createBundleCore(esbuild, instrument, drive))
const service = serveBundler(port, core)
