/** The recording plugins on the canonical base classes, and the tasks of all stories. */
import { getWorker, NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { recordingNanny, recordingScheduler, recordingWorker } from './hooks.ts'

export class RecWorker extends recordingWorker(WorkerPlugin) {}
export class RecScheduler extends recordingScheduler(SchedulerPlugin) {}
export class RecNanny extends recordingNanny(NannyPlugin) {}

/** Is there, and tells nothing. */
export class QuietWorker extends WorkerPlugin {
  override readonly name: string

  constructor({ name }: { readonly name: string }) {
    super()
    this.name = name
  }
}

export const inc = (x: number): number => x + 1

export const add = (x: number, y: number): number => x + y

export const boom = (_x: number): number => {
  throw new RuntimeError('boom')
}

/** Which worker it runs on, and which plugins are there. */
export const seen = (): readonly unknown[] => {
  const { name, plugins } = getWorker()
  return [name, [...plugins.keys()]]
}
