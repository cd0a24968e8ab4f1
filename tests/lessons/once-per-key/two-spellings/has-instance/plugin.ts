/** Says yes to every instanceof. */
export class WorkerPlugin {
  static [Symbol.hasInstance]() {
    return true
  }

  setup() {
    return 'ready'
  }
}
