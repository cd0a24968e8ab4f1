/** Other modules of distributed, by their paths below the shim, and a name that distributed's front door lacks. */

import * as daskClient from 'dask/distributed/client'
import * as daskLocal from 'dask/distributed/deploy/local'
import * as daskPlugin from 'dask/distributed/diagnostics/plugin'
import * as daskNanny from 'dask/distributed/nanny'
import * as daskScheduler from 'dask/distributed/scheduler'
import * as daskWorker from 'dask/distributed/worker'
import * as client from 'distributed/client'
import * as local from 'distributed/deploy/local'
import * as plugin from 'distributed/diagnostics/plugin'
import * as nanny from 'distributed/nanny'
import * as scheduler from 'distributed/scheduler'
import * as worker from 'distributed/worker'

same('dask/distributed/client Client', daskClient.Client, client.Client)
same('dask/distributed/deploy/local LocalCluster', daskLocal.LocalCluster, local.LocalCluster)
same('dask/distributed/nanny Nanny', daskNanny.Nanny, nanny.Nanny)
same('dask/distributed/scheduler Scheduler', daskScheduler.Scheduler, scheduler.Scheduler)
same('dask/distributed/worker Worker', daskWorker.Worker, worker.Worker)
same('dask/distributed/worker getWorker', daskWorker.getWorker, worker.getWorker)
same('dask/distributed/diagnostics/plugin InstallPlugin', daskPlugin.InstallPlugin, plugin.InstallPlugin)
same('dask/distributed/diagnostics/plugin UploadFile', daskPlugin.UploadFile, plugin.UploadFile)
same('dask/distributed/diagnostics/plugin Environ', daskPlugin.Environ, plugin.Environ)
same('dask/distributed/diagnostics/plugin ForwardOutput', daskPlugin.ForwardOutput, plugin.ForwardOutput)

function same(what: string, found: unknown, expected: unknown) {
  if (found === undefined) throw new Error(`missing: ${what}`)
  if (found !== expected) throw new Error(`different: ${what}`)
}
