/** What a lab's program finds in its worker besides the language itself: no page, no network, no Node. */

/** Declared by hand, since every library of TypeScript's that has `console` has the whole page with it. */
export const PROGRAM_GLOBALS = `
/** Prints to the lab's console. Values stay trees that can be unfolded. */
declare const console: {
  log(...values: readonly unknown[]): void
  info(...values: readonly unknown[]): void
  debug(...values: readonly unknown[]): void
  warn(...values: readonly unknown[]): void
  error(...values: readonly unknown[]): void
  trace(...values: readonly unknown[]): void
  dir(value?: unknown, options?: unknown): void
  dirxml(...values: readonly unknown[]): void
  table(data?: unknown, columns?: readonly string[]): void
  assert(condition?: unknown, ...values: readonly unknown[]): void
  group(...label: readonly unknown[]): void
  groupCollapsed(...label: readonly unknown[]): void
  groupEnd(): void
  clear(): void
  count(label?: string): void
  countReset(label?: string): void
  time(label?: string): void
  timeLog(label?: string, ...values: readonly unknown[]): void
  timeEnd(label?: string): void
}

/** Calls back after so many milliseconds. */
declare function setTimeout<T extends readonly unknown[]>(callback: (...args: T) => void, milliseconds?: number, ...args: T): number
declare function clearTimeout(timer: number | undefined): void
declare function setInterval<T extends readonly unknown[]>(callback: (...args: T) => void, milliseconds?: number, ...args: T): number
declare function clearInterval(timer: number | undefined): void
declare function queueMicrotask(callback: () => void): void

/** What a module knows of itself. */
interface ImportMeta {
  /** The module key, as an address. */
  readonly url: string
}

/** A deep copy of plain data. Prototypes do not survive it. */
declare function structuredClone<T>(value: T): T
`
