/** The bundler's worker in a browser: starts esbuild over a virtual disk, then serves the port that it is handed with esbuild's address. */

import * as esbuild from 'esbuild-wasm/esm/browser.min.js'
import { createBundleCore } from './bundle.ts'
import { createDrive } from './disk-fs.ts'
import { instrument } from './instrument.ts'
import { serveBundler } from './service.ts'
import { startEsbuild } from './start-esbuild.ts'
import { serveShortTimers, type TimerScope } from './timer-shim.ts'

serveShortTimers(self as unknown as TimerScope) // Its types are a window's, with Node's timers among them.

self.addEventListener(
  'message',
  ({ data: wasmUrl, ports: [port] }: MessageEvent<string>) => {
    if (port === undefined) return
    const drive = createDrive((text) => service.die(text))
    const core = compileWasm(wasmUrl)
      .then((wasm) => startEsbuild(self as object, drive.fs, wasm))
      .then(() => createBundleCore(esbuild, instrument, drive))
    const service = serveBundler(port, core)
    self.addEventListener('unhandledrejection', ({ reason }) => service.die(String(reason)))
  },
  { once: true },
)

async function compileWasm(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} gave ${response.status}. Check that the site was uploaded whole.`)
  // Some servers do not know the type of .wasm files, and only that type may be compiled while it comes in.
  if (!/^application\/wasm\b/i.test(response.headers.get('content-type') ?? '')) {
    return WebAssembly.compile(await response.arrayBuffer())
  }
  return WebAssembly.compileStreaming(response)
}
