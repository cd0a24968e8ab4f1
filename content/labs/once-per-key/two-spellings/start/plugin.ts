/** The base of all plugins. Says so each time this file is evaluated. */
console.log('plugin.ts runs')

export class WorkerPlugin {
  setup() {
    return 'ready'
  }
}
