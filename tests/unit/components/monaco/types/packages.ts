/** Packages as labs mount them, small enough to be read at a glance. */
import type { Package } from '../../../../../src/lab/mount.ts'

export const distributed: Package = {
  links: {},
  files: {
    'package.json': '{ "name": "distributed", "type": "module" }',
    'index.ts': `
export { Client } from 'distributed/client'
export { WorkerPlugin } from 'distributed/diagnostics/plugin'
`,
    'client.ts': `
import type { WorkerPlugin } from 'distributed/diagnostics/plugin'
/** Talks to a cluster. */
export class Client {
  readonly #plugins: WorkerPlugin[] = []
  /**
   * Registers a plugin.
   * @param plugin what every worker gets
   */
  async registerPlugin(plugin: WorkerPlugin): Promise<void> {
    this.#plugins.push(plugin)
  }
  /** @deprecated */
  async registerWorkerPlugin(plugin: WorkerPlugin): Promise<void> {
    return this.registerPlugin(plugin)
  }
}
`,
    'diagnostics/plugin.ts': `
export class WorkerPlugin {
  readonly #secret = 1
  setup(worker: object): void {
    console.log(worker, this.#secret)
  }
}
`,
  },
}

/** Its \`distributed\` folder is a symlink, and a file of the same name stands beside it. */
export const dask: Package = {
  links: { distributed: '../distributed' },
  files: {
    'package.json': '{ "name": "dask", "type": "module" }',
    'distributed.ts': "export { Client, WorkerPlugin } from 'distributed'\nexport const isShim = true\n",
  },
}

/** Plain JavaScript with two builds. */
export const kit: Package = {
  links: {},
  files: {
    'package.json': '{ "name": "kit", "exports": { "import": "./kit.mjs", "require": "./kit.cjs" } }',
    'kit.mjs': 'export class Shape { area() { return 1 } }\n',
    'kit.cjs': 'exports.Shape = class Shape { area() { return 1 } }\n',
  },
}
