/** Starts the bundler in a worker of the page. */
import wasmUrl from 'esbuild-wasm/esbuild.wasm?url'
import workerUrl from './bundler-worker-browser.ts?worker&url'
import { type Bundler, superviseBundler } from './service.ts'

/** Addresses of what a bundler loads when it is started. */
export const bundlerFiles: readonly string[] = [workerUrl, wasmUrl]

/** A bundler for this page. It starts to load at once. */
export function startBrowserBundler(): Bundler {
  return superviseBundler(() => {
    const worker = new Worker(workerUrl, { type: 'module' })
    const { port1, port2 } = new MessageChannel()
    // The address of esbuild goes along, so that page and worker mean one file.
    worker.postMessage(new URL(wasmUrl, import.meta.url).href, [port2])
    return {
      port: port1,
      onDeath: (listener) => {
        worker.addEventListener('error', ({ message }) => listener(message || 'its script did not load'))
        worker.addEventListener('messageerror', () => listener('a message could not be read'))
      },
      end: () => {
        port1.close()
        worker.terminate()
      },
    }
  })
}
