/** Lets in whatever is an instance of WorkerPlugin. */
import { WorkerPlugin } from './plugin.ts'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
