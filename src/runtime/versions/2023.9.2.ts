/** Dask 2023.9.2: `registerPlugin` appears, and refuses every duck with the same words (distributed#8169). */
import { refuseAnything, type VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2023.9.2',
  registerPlugin: { refusal: refuseAnything, idempotentOption: 'current' },
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
  installOnWorkers: 'runs',
  severalTopics: 'unheard',
  taskClients: 'unsaid',
  workerLines: 'repr',
}
