/** distributed/threadpoolexecutor.py: the thread that a task has given back, and wants again. */
import { NotImplementedError } from 'distributed/exceptions'
import { requireTask } from 'distributed/worker'

/**
 * Resolves when the worker has a thread for the task again. As with `getWorker`, before the task has awaited anything: after
 * that, `workerClient` knows whose task goes on.
 * @throws ValueError outside a task; NotImplementedError where the task has its thread still
 */
export function rejoin(): Promise<void> {
  const { worker, key, hasSeceded } = requireTask()
  if (hasSeceded) return worker.rejoin()
  throw new NotImplementedError(`rejoin(): "${key}" has its thread still. Call secede() first, or use workerClient().`)
}
