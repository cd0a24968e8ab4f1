/** The custom properties that components of the lab set in `style`. */
import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Rows of the code box. */
    readonly '--rows'?: number
  }
}
