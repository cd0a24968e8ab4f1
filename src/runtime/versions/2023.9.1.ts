/** Dask 2023.9.1: the last release in which `registerWorkerPlugin` is the only way, and takes every duck. */
import type { VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2023.9.1',
  registerPlugin: null,
  registerWorkerPlugin: 'asked',
  registerSchedulerPlugin: 'current',
  duckOnArrival: 'accepted',
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
  installOnWorkers: 'runs',
  severalTopics: 'unheard',
  taskClients: 'unsaid',
  workerLines: 'repr',
}
