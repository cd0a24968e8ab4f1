/** Opens cells in Node: one worker thread a run. For the command line and the tests; it isolates nothing but the event loop. */
import { MessageChannel, Worker } from 'node:worker_threads'
import { createRunner, type Runner } from './run.ts'

/** A runner for Node, with the contract of the browser's. */
export function startNodeRunner(): Runner {
  return createRunner(async () => {
    const { port1, port2 } = new MessageChannel()
    const worker = new Worker(new URL('./worker/worker-node.ts', import.meta.url), {
      workerData: { port: port2 },
      transferList: [port2],
      // Node 22 before 22.18 runs TypeScript only when asked to, and says each time that it is experimental.
      execArgv: ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'],
    })
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject)
      port1.once('message', () => resolve())
    })
    return {
      port: {
        postMessage: (message) => port1.postMessage(message),
        addEventListener: (_type, listener) => port1.on('message', (data: unknown) => listener({ data })),
        start: () => undefined,
      },
      terminate: () => {
        port1.close()
        void worker.terminate()
      },
      onDeath: (listener) => {
        worker.on('error', (error: unknown) => listener(String(error)))
        worker.on('exit', () => listener('The worker ended before the run did.'))
      },
    }
  })
}
