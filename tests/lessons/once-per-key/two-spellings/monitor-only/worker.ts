/** Asks for the monitor itself. */
import { TaskMonitor } from './monitor.ts'

export function accept(plugin: object) {
  return plugin instanceof TaskMonitor
}
