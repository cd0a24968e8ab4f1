/** The front door of the package: what `distributed/__init__.py` gives, under the same names. */
export {
  Client,
  type MapOptions,
  type Plugin,
  type RegisterOptions,
  type RegisterWorkerOptions,
  type SubmitOptions,
} from 'distributed/client'
export { type AsCompleted, asCompleted } from 'distributed/client-as-completed'
export { type DoneAndNotDone, fireAndForget, wait } from 'distributed/client-waiting'
export { LocalCluster, type LocalClusterOptions } from 'distributed/deploy/local'
export {
  Environ,
  InstallPlugin,
  NannyPlugin,
  SchedulerPlugin,
  UploadFile,
  WorkerPlugin,
} from 'distributed/diagnostics/plugin'
export {
  CancelledError,
  ClosedClientError,
  FutureCancelledError,
  FuturesCancelledError,
  KilledWorker,
  TimeoutError,
  WorkerStartTimeoutError,
} from 'distributed/exceptions'
export { Future, futuresOf } from 'distributed/future'
export { Nanny } from 'distributed/nanny'
export { Scheduler } from 'distributed/scheduler'
export { rejoin } from 'distributed/threadpoolexecutor'
export { getClient, getWorker, secede, Worker } from 'distributed/worker'
export { workerClient } from 'distributed/worker-client'
