/** Takes the class from the monitor. */
import { WorkerPlugin } from './monitor.ts'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
