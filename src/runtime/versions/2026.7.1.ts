/** Dask 2026.7.1: the deprecated methods are gone (distributed#9225), and workers refuse ducks too. */
import { refuseLongPath, type VersionPolicy } from 'distributed/version-policy'

export const policy: VersionPolicy = {
  version: '2026.7.1',
  registerPlugin: { refusal: refuseLongPath, idempotentOption: 'removed' },
  registerWorkerPlugin: 'absent',
  registerSchedulerPlugin: 'absent',
  duckOnArrival: 'refused',
  closing: 'removes',
  logsFailingHooks: true,
  failedTeardown: 'raised',
  updateGraph: 'stimulus',
  brokenGraph: 'fails',
  closingBeforeHooks: true,
  cancelReasons: 'passed-on',
  closedClient: 'named',
  workerStartTimeout: 'named',
  restartingWorker: 'Restarting worker (status=Status.running)',
  failedTaskLevel: 'ERROR',
  failedInstall: 'raised',
  installOnWorkers: 'runs',
  severalTopics: 'heard',
  taskClients: 'logged',
  workerLines: 'address',
}
