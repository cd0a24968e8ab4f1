/** Hands on the class that it checks. */
import { WorkerPlugin } from './plugin.ts'

export { WorkerPlugin }

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
