/** Module keys as readers see them. */

/** `node_modules/dask/distributed.ts` as `dask/distributed.ts`: what is left is how the program spells it. A nested copy keeps its path. */
export function shortModule(key: string): string {
  return key.replace(/^node_modules\//, '')
}
