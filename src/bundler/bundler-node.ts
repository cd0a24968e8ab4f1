/** Starts the bundler in a thread of Node: for the command line and the tests. */
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Bundler, superviseBundler } from './service.ts'

/** A bundler for Node, with the contract of the browser's. Dispose of it, or the process stays alive. */
export function startNodeBundler(): Bundler {
  return superviseBundler(() => {
    const { port1, port2 } = new MessageChannel()
    const worker = new Worker(new URL('./bundler-worker-node.ts', import.meta.url), {
      workerData: { port: port2 },
      transferList: [port2],
      // Node 22 before 22.18 runs TypeScript only when asked to, and says each time that it is experimental.
      execArgv: ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
    })
    return {
      port: port1,
      onDeath: (listener) => {
        worker.on('error', (error: unknown) => listener(String(error)))
        worker.on('exit', (code) => listener(`it ended with code ${code}`))
      },
      end: () => {
        port1.close()
        void worker.terminate()
      },
    }
  })
}
