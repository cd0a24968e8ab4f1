/** By the alias, which has the suffix now. */
import { WorkerPlugin } from '#plugin'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
