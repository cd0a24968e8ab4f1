/** Goes by the name. */
import { WorkerPlugin } from './plugin.ts'

export function accept(plugin: object) {
  for (let next = Object.getPrototypeOf(plugin); next !== null; next = Object.getPrototypeOf(next)) {
    if (next.constructor.name === WorkerPlugin.name) return true
  }
  return false
}
