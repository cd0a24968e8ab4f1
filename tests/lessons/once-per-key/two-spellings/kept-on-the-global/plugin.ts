/** Keeps the first class for whoever runs this file again. */
console.log('plugin.ts runs')

class Made {
  setup() {
    return 'ready'
  }
}

export const WorkerPlugin = ((globalThis as any).WorkerPlugin ??= Made)
