/** The front door of the package: what `distributed/__init__.py` gives, under the same names. */
export { Client, type Plugin, type RegisterOptions, type SubmitOptions } from 'distributed/client'
export { LocalCluster, type LocalClusterOptions } from 'distributed/deploy/local'
export { NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed/diagnostics/plugin'
export { Future } from 'distributed/future'
export { Nanny } from 'distributed/nanny'
export { Scheduler } from 'distributed/scheduler'
export { Worker } from 'distributed/worker'
