/** Plain-data pictures of live values, small enough to cross a port and to keep. */
import type { ClassId } from './events.ts'

/** A value as it was when it was reported. Depth, width and text length are bounded; cycles point back with `seen`. */
export type Preview =
  | { readonly kind: 'primitive'; readonly type: PrimitiveType; readonly text: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string; readonly class: ClassId }
  | {
      readonly kind: 'object'
      readonly of: ObjectKind
      readonly name: string
      readonly class: ClassId | null
      readonly entries: readonly PreviewEntry[]
      readonly omitted: number
    }
  | { readonly kind: 'error'; readonly error: ErrorReport; readonly class: ClassId | null }
  | { readonly kind: 'seen'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly why: string }

export type PrimitiveType = 'string' | 'number' | 'bigint' | 'boolean' | 'symbol' | 'undefined' | 'null'

/** `deep` is an object whose contents lie below the depth limit. */
export type ObjectKind = 'plain' | 'array' | 'map' | 'set' | 'instance' | 'date' | 'regexp' | 'promise' | 'deep'

export interface PreviewEntry {
  readonly key: string
  readonly value: Preview
}

/** An error with its stack in the reader's own files. */
export interface ErrorReport {
  readonly name: string
  readonly message: string
  readonly frames: readonly Frame[]
  readonly cause: ErrorReport | null
}

/** One line of a stack, mapped back to the source. Lines and columns count from 1. */
export interface Frame {
  readonly function: string | null
  readonly file: string
  readonly line: number
  readonly column: number
}
