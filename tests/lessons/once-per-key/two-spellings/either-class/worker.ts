/** Accepts both classes, where there should be one. */
import { WorkerPlugin } from './plugin.ts'
import { WorkerPlugin as Other } from './plugin.ts?v=2'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin || plugin instanceof Other
}
