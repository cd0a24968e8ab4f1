/** The interface that instrumented code calls. The run worker provides it as the one parameter of the bundle's function. */

/** The free name under which a bundle finds its probes; the reader's own code may not use it. */
export const PROBES_NAME = '__doppelclass'

/** Line, column, end line, end column, each counted from 1, columns in UTF-16 units. */
export type Place = readonly [line: number, column: number, endLine: number, endColumn: number]

export interface Probes {
  /** First statement of every module. `key` and `file` as in `ModuleEvaluated`. */
  readonly module: (key: string, file: string) => void
  /** First static block of every class body: `this` is the class. `name` is its name where a static member hides it. */
  readonly class: (created: object, key: string, place: Place, name?: string) => void
  /** In place of `left instanceof right`; gives exactly the operator's answer, or throws exactly its error. */
  readonly instanceof: (left: unknown, right: unknown, key: string, place: Place) => boolean
  /** In place of `import.meta`. */
  readonly meta: (key: string) => { readonly url: string }
}
