/** Starts the bundler in a worker of the page. */
import { type Bundler, superviseBundler } from './service.ts'

/** A bundler for this page. It starts to load at once. */
export function startBrowserBundler(): Bundler {
  return superviseBundler(() => {
    const worker = new Worker(new URL('./bundler-worker-browser.ts', import.meta.url), { type: 'module' })
    const { port1, port2 } = new MessageChannel()
    worker.postMessage(null, [port2])
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
