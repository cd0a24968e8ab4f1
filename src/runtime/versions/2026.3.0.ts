/** Dask 2026.3.0: the last release with `registerWorkerPlugin`. */
import { refuseLongPath, type VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2026.3.0',
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
  workerStartTimeout: 'named',
  restartingWorker: 'Restarting worker',
  failedTaskLevel: 'ERROR',
  failedInstall: 'raised',
  installOnWorkers: 'runs',
  severalTopics: 'heard',
  taskClients: 'logged',
  workerLines: 'address',
}
