/** What Dask has and this package has not: calls that say so, rather than do something else. */
import { NotImplementedError } from 'distributed/exceptions'

/** distributed/worker.py `secede` @throws NotImplementedError */
export function secede(): never {
  throw lacking(
    'secede()',
    'A task keeps its thread until it ends. Submit what it needs beforehand, and give it the futures.',
  )
}

/** distributed/worker.py `rejoin` @throws NotImplementedError */
export function rejoin(): never {
  throw lacking('rejoin()', 'A task keeps its thread until it ends.')
}

/** distributed/worker_client.py @throws NotImplementedError */
export function workerClient(): never {
  throw lacking('workerClient()', 'Use getClient(), and do not wait within the task for what it submits.')
}

function lacking(call: string, advice: string): NotImplementedError {
  return new NotImplementedError(`${call} is not modelled. ${advice}`)
}
