/** The base of all plugins. Prints a line when it is evaluated. */
console.log('plugin.ts runs')

export class WorkerPlugin {
  setup() {
    return 'ready'
  }
}
