/** Dask 2025.7.0: graphs are logged as events, and `updateGraph` hears of the stimulus. */
import { refuseLongPath, type VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2025.7.0',
  registerPlugin: { refusal: refuseLongPath, idempotentOption: 'deprecated' },
  registerWorkerPlugin: 'checked',
  registerSchedulerPlugin: 'deprecated',
  duckOnArrival: 'warned',
  closing: 'removes',
  logsFailingHooks: true,
  failedTeardown: 'raised',
  updateGraph: 'stimulus',
  brokenGraph: 'fails',
  closingBeforeHooks: true,
  cancelReasons: 'passed-on',
  closedClient: 'named',
  workerStartTimeout: 'plain',
  restartingWorker: 'Restarting worker',
  failedTaskLevel: 'ERROR',
  failedInstall: 'raised',
  installOnWorkers: 'runs',
  severalTopics: 'heard',
  taskClients: 'logged',
  workerLines: 'address',
}
