/** distributed/worker_client.py: a client for a task that waits for tasks of its own. */
import type { Client } from 'distributed/client'
import { requireTask, secede } from 'distributed/worker'
import { logTaskClient } from 'distributed/worker-comms'

export interface WorkerClientOptions {
  /** Whether the task gives its thread back meanwhile, so that others can run. Default true. */
  readonly separateThread?: boolean
}

/**
 * Calls a function with the client of the worker whose task asks; the task secedes before, and rejoins after. As with
 * `getWorker`, before it has awaited anything. In Dask: `with worker_client() as client:`.
 * @returns what the function gives
 * @throws ValueError outside a task
 */
export async function workerClient<R>(
  use: (client: Client) => R,
  { separateThread = true }: WorkerClientOptions = {},
): Promise<Awaited<R>> {
  const task = requireTask()
  const { worker } = task
  const client = worker.getClient()
  logTaskClient(worker, 'worker-client', client)
  const secedes = separateThread && !task.hasSeceded
  if (secedes) secede()
  try {
    return await use(client)
  } finally {
    if (secedes) await worker.rejoin()
  }
}
