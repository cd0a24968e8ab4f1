/** Every way to spell the import of a plugin's base class. */

import { WorkerPlugin as fromShim } from 'dask/distributed'
import { SchedulerPlugin as fromDiagnosticsPackage } from 'dask/distributed/diagnostics'
import * as longModule from 'dask/distributed/diagnostics/plugin'
import { WorkerPlugin as fromLongPath } from 'dask/distributed/diagnostics/plugin'
import { SchedulerPlugin, WorkerPlugin } from 'distributed'
import { WorkerPlugin as fromModule } from 'distributed/diagnostics/plugin'

const longAgain = await import('dask/distributed/diagnostics/plugin')

export const spellings = {
  distributed: WorkerPlugin,
  'distributed/diagnostics/plugin': fromModule,
  'dask/distributed': fromShim,
  'dask/distributed/diagnostics/plugin': fromLongPath,
  'dask/distributed/diagnostics/plugin, as a namespace': longModule.WorkerPlugin,
  'dask/distributed/diagnostics/plugin, imported again': longAgain.WorkerPlugin,
}

export const schedulerPlugins = { canonical: SchedulerPlugin, fromDiagnosticsPackage }
