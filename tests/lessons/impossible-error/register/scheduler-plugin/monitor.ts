/** A plugin for the scheduler, where the task was one for the workers. */
import { SchedulerPlugin } from 'distributed'

export class TaskMonitor extends SchedulerPlugin {
  override transition(key: string, start: string, finish: string) {
    if (start === 'processing') console.log(`${key}: ${finish}`)
  }
}
