/** Makes a monitor of any base. */
interface Plugin {
  setup(): string
}

export function monitoring<Base extends new (...args: never[]) => Plugin>(base: Base) {
  return class TaskMonitor extends (base as new () => Plugin) {
    override setup() {
      return `monitor ${super.setup()}`
    }
  }
}
