/** The custom properties that components of the lab set in `style`. */
import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Rows of the code box. */
    readonly '--rows'?: number
    /** Where a hop stands on its walk, from 0. */
    readonly '--step'?: number
    /** The line of code that is marked, from 1. */
    readonly '--line'?: number
    /** How many digits the longest line number has. */
    readonly '--digits'?: number
  }
}
