/** In the place of plugin.ts: another text, which tells whether both of its importers still use what it exports. */
export class WorkerPlugin {
  setup() {
    return 'from the hidden plugin.ts'
  }
}

export default WorkerPlugin
