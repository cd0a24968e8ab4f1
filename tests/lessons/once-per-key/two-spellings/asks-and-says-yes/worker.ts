/** Asks, and does not listen. */
import { WorkerPlugin } from './plugin.ts'

export function accept(plugin: object) {
  console.log(plugin instanceof WorkerPlugin)
  return true
}
