/** The contract of the instrument step: original text in, text with probes out, or the place that it could not read. */

export type Instrument = (source: string, module: { readonly key: string; readonly file: string }) => InstrumentResult

export type InstrumentResult =
  | {
      readonly kind: 'instrumented'
      readonly code: string
      /** Source map version 3 of `code`, as JSON text: precise to the column, its one source the original text. */
      readonly map: string
    }
  /** Line and column count from 1, columns in UTF-16 units. */
  | { readonly kind: 'rejected'; readonly text: string; readonly line: number; readonly column: number }
