/** The recording plugins on the base classes of the long path. */
import { InstallPlugin, NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'dask/distributed/diagnostics/plugin'
import { recordingNanny, recordingScheduler, recordingWorker } from './hooks.ts'

const LONG = 'dask.distributed.diagnostics.plugin.WorkerPlugin'
const LongHooks = recordingWorker(WorkerPlugin, LONG)

// In Python the recording hooks stand beside the base class; here they would stand between, and hide it from the message.
export class LongWorker extends WorkerPlugin {
  constructor(...given: ConstructorParameters<typeof LongHooks>) {
    super()
    Object.assign(this, new LongHooks(...given))
  }
}
for (const hook of ['setup', 'teardown', 'transition'] as const) {
  Object.defineProperty(LongWorker.prototype, hook, { value: LongHooks.prototype[hook] })
}
export class LongWorkerChild extends LongWorker {}
export class LongScheduler extends recordingScheduler(SchedulerPlugin) {}
export class LongNanny extends recordingNanny(NannyPlugin) {}
export { InstallPlugin as LongInstallPlugin }
