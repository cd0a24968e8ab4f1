/** Dask 2024.7.1: `registerPlugin` refuses what does not inherit; the deprecated `registerWorkerPlugin` still takes it. */
import { refuseDuck, type VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2024.7.1',
  registerPlugin: { refusal: refuseDuck, idempotentOption: 'deprecated' },
  registerWorkerPlugin: 'checked',
  registerSchedulerPlugin: 'deprecated',
  duckOnArrival: 'warned',
  closing: 'tears-down',
  logsFailingHooks: false,
  failedTeardown: 'tripped-over',
  updateGraph: 'dependencies',
  brokenGraph: 'disconnects',
  closingBeforeHooks: false,
  cancelReasons: 'dropped',
  closedClient: 'plain',
  workerStartTimeout: 'plain',
  restartingWorker: 'Restarting worker',
  failedTaskLevel: 'WARNING',
  failedInstall: 'unchecked',
  installOnWorkers: 'trips',
  severalTopics: 'heard',
  taskClients: 'unsaid',
  workerLines: 'repr',
}
