/** The three bases, under every spelling that leads to them. The first that is not distributed's own ends the program. */

import * as shallow from 'dask/distributed'
import * as daskMiddle from 'dask/distributed/diagnostics'
import * as deep from 'dask/distributed/diagnostics/plugin'
import * as front from 'distributed'
import * as middle from 'distributed/diagnostics'
import * as full from 'distributed/diagnostics/plugin'

same('distributed/diagnostics/plugin WorkerPlugin', full.WorkerPlugin, front.WorkerPlugin)
same('distributed/diagnostics SchedulerPlugin', middle.SchedulerPlugin, front.SchedulerPlugin)
same('dask/distributed WorkerPlugin', shallow.WorkerPlugin, front.WorkerPlugin)
same('dask/distributed SchedulerPlugin', shallow.SchedulerPlugin, front.SchedulerPlugin)
same('dask/distributed NannyPlugin', shallow.NannyPlugin, front.NannyPlugin)
same('dask/distributed/diagnostics SchedulerPlugin', daskMiddle.SchedulerPlugin, front.SchedulerPlugin)
same('dask/distributed/diagnostics/plugin WorkerPlugin', deep.WorkerPlugin, front.WorkerPlugin)
same('dask/distributed/diagnostics/plugin SchedulerPlugin', deep.SchedulerPlugin, front.SchedulerPlugin)
same('dask/distributed/diagnostics/plugin NannyPlugin', deep.NannyPlugin, front.NannyPlugin)

function same(what: string, found: unknown, expected: unknown) {
  if (found === undefined) throw new Error(`missing: ${what}`)
  if (found !== expected) throw new Error(`different: ${what}`)
}
