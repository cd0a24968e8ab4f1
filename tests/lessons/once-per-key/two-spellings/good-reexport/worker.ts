/** Re-exports, and never re-evaluates. */
import { WorkerPlugin } from './plugin.ts'

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}

export { WorkerPlugin } from '#plugin'
