/** Where classes were made: each module says it of its own. */
const origins = new Map<unknown, Origin>()

export interface Origin {
  /** The module key, e.g. `distributed/plugin.ts?via=dask`. */
  readonly module: string
  /** The file that was evaluated, e.g. `distributed/plugin.ts`. */
  readonly file: string
}

/** Whatever may stand on the right of `instanceof`. */
export type AnyClass = abstract new (...args: never[]) => object

/** @param url what the module has as `import.meta.url` */
export function made(url: string, ...classes: readonly AnyClass[]): void {
  const module = url.replace('file:///project/', '')
  const file = module.replace(/[?#].*/, '')
  for (const one of classes) origins.set(one, { module, file })
}

/** Null for a class of which no module has told. */
export function originOf(one: unknown): Origin | null {
  return origins.get(one) ?? null
}
