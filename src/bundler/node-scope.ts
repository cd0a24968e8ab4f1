/** Gives Node the `self` of a browser's worker, with no more in it than esbuild's WebAssembly needs. */

const NEEDED = ['Array', 'Date', 'Error', 'Object', 'Uint8Array', 'crypto', 'performance', 'TextDecoder', 'TextEncoder']

/** Sets `globalThis.self`, without `process`: esbuild would take the machine's own working directory from it. */
export function createNodeScope(): object {
  const scope = Object.fromEntries(NEEDED.map((name) => [name, Reflect.get(globalThis, name)]))
  Object.defineProperty(globalThis, 'self', { value: scope, configurable: true, writable: true })
  return scope
}
