/** Waits for what never comes, so that nobody is offered anything. */
import { WorkerPlugin } from './plugin.ts?v=2'

await new Promise(() => {})

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin
}
