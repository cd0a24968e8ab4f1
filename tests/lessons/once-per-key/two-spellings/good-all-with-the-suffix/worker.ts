/** All three with the suffix. */
import { WorkerPlugin } from './plugin.ts?v=2'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
