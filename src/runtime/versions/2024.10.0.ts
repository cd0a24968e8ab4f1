/** Dask 2024.10.0: the refusal names the long import path, where it sees it (distributed#8893). */
import { refuseLongPath, type VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2024.10.0',
  registerPlugin: { refusal: refuseLongPath, idempotentOption: 'deprecated' },
  registerWorkerPlugin: 'checked',
  registerSchedulerPlugin: 'deprecated',
  duckOnArrival: 'warned',
  closing: 'removes',
  logsFailingHooks: true,
  failedTeardown: 'raised',
  updateGraph: 'dependencies',
  brokenGraph: 'disconnects',
  closingBeforeHooks: true,
  cancelReasons: 'dropped',
  closedClient: 'plain',
  workerStartTimeout: 'plain',
  restartingWorker: 'Restarting worker',
  failedTaskLevel: 'ERROR',
  failedInstall: 'raised',
  installOnWorkers: 'runs',
  severalTopics: 'heard',
  taskClients: 'logged',
  workerLines: 'repr',
}
