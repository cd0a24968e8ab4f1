/** Asks, and says the opposite. */
import { WorkerPlugin } from './plugin.ts'

export function accept(plugin: object) {
  return !(plugin instanceof WorkerPlugin)
}
