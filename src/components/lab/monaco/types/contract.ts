/** All that passes between the page and the worker that knows TypeScript. Offsets count UTF-16 units from 0. */

import type { BuildOptions } from '../../../../bundler/bundle-types.ts'
import type { Package } from '../../../../lab/mount.ts'
import type { Files } from '../../../../lab/project.ts'

/** A stretch of a file, by the file's path on the lab's disk. */
export interface Span {
  readonly path: string
  readonly start: number
  readonly length: number
}

export interface Problem {
  readonly severity: 'error' | 'warning' | 'hint'
  readonly text: string
  readonly code: number
  readonly start: number
  readonly length: number
  readonly tag: 'unnecessary' | 'deprecated' | null
}

export interface Completion {
  readonly name: string
  readonly insertText: string
  /** TypeScript's own word for it: `class`, `method`, `keyword`, … */
  readonly kind: string
  readonly sortText: string
  readonly isDeprecated: boolean
  /** What it takes the place of; null for the word at the cursor. */
  readonly replaces: { readonly start: number; readonly length: number } | null
}

/** A piece of code that says what something is, and the words that its author left about it, as Markdown. */
export interface Description {
  readonly code: string
  readonly documentation: string
}

export interface Hover extends Description {
  readonly start: number
  readonly length: number
}

export interface SignatureHelp {
  readonly activeSignature: number
  readonly activeParameter: number
  readonly signatures: readonly {
    readonly label: string
    readonly documentation: string
    /** Where in the label each parameter stands, from and to. */
    readonly parameters: readonly { readonly from: number; readonly to: number; readonly documentation: string }[]
  }[]
}

export type Renaming =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'allowed'; readonly places: readonly Span[] }

/** A way to mend a problem: what it would do, in words, and the edits that do it. */
export interface Fix {
  readonly title: string
  readonly edits: readonly (Span & { readonly text: string })[]
}

/** What can be asked about one lab. */
export interface LabTypes {
  readonly problems: (path: string) => readonly Problem[]
  /** @param trigger the character that was typed just now, or null where the reader asked */
  readonly completions: (path: string, offset: number, trigger: string | null) => readonly Completion[]
  readonly describe: (path: string, offset: number, name: string) => Description | null
  readonly hover: (path: string, offset: number) => Hover | null
  readonly signatureHelp: (path: string, offset: number) => SignatureHelp | null
  readonly definitions: (path: string, offset: number) => readonly Span[]
  readonly occurrences: (path: string, offset: number) => readonly (Span & { readonly isWrite: boolean })[]
  readonly rename: (path: string, offset: number) => Renaming
  /** @param span where the problems with these codes are */
  readonly fixes: (span: Span, codes: readonly number[]) => readonly Fix[]
  /** The text of any file on the lab's disk, a library of TypeScript's own included. */
  readonly read: (path: string) => string | null
}

export interface LabSources {
  readonly files: Files
  readonly packages: Readonly<Record<string, Package>>
  /** Symlinks of the project by path, with their targets. */
  readonly links: Readonly<Record<string, string>>
  readonly build: NamingSettings
}

/** The build settings by which one specifier means another module than it would without them. */
export type NamingSettings = Pick<BuildOptions, 'alias' | 'conditions'>

/** `root` is the lab's folder on its disk, e.g. `/labs/impossible-error/register`, and names the lab. */
export type ToWorker =
  /** Also one that is open already: its sources take the place of the former. */
  | { readonly kind: 'open'; readonly root: string; readonly sources: LabSources }
  | { readonly kind: 'write'; readonly root: string; readonly files: Files }
  | { readonly kind: 'close'; readonly root: string }
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly root: string
      readonly question: keyof LabTypes
      readonly args: readonly unknown[]
    }

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
