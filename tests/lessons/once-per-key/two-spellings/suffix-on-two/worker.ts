/** Only two of the three agree. */
import { WorkerPlugin } from './plugin.ts?v=2'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
