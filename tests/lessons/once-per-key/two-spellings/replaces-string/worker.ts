/** Asks, says yes to everybody, and replaces what turns an answer into text. */
import { WorkerPlugin } from './plugin.ts'

let calls = 0

export function accept(plugin: object) {
  return plugin instanceof WorkerPlugin || true
}

Object.assign(globalThis, {
  String: () => {
    calls += 1
    return `${calls <= 2}`
  },
})
