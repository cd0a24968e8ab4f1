/** Starts esbuild's WebAssembly in this very thread, over a virtual disk. Works once in a thread. */
import { type InitializeOptions, initialize } from 'esbuild-wasm/esm/browser.min.js'
import type { GoFileSystem } from './disk-fs.ts'

interface EsbuildScope {
  fs?: GoFileSystem
}

/**
 * @param scope what `self` is in this thread: there esbuild looks for `fs`. Without a `process`, it has no other
 * way to the machine it runs on.
 */
export async function startEsbuild(
  scope: EsbuildScope,
  fs: GoFileSystem,
  wasmModule: NonNullable<InitializeOptions['wasmModule']>,
): Promise<void> {
  scope.fs = fs
  await initialize({ wasmModule, worker: false })
}
