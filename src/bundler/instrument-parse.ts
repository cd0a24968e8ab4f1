/** Reads one module into a syntax tree: JavaScript, TypeScript or JSX, an ES module or a sloppy script. */
import { tsPlugin } from '@sveltejs/acorn-typescript'
import type { Options } from 'acorn'
import { Parser } from 'acorn'
import { fillGaps } from './instrument-dialect.ts'

/** A node of the tree. Only the kinds that the instrument step looks into are spelled out. */
export type SyntaxNode = Program | ClassNode | BinaryExpression | MetaProperty | ModuleDeclaration | Identifier | Other

export type Parsed =
  | { readonly kind: 'parsed'; readonly program: Program }
  | { readonly kind: 'rejected'; readonly text: string; readonly line: number; readonly column: number }

interface Syntax<T extends string> {
  readonly type: T
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

export interface Program extends Syntax<'Program'> {
  readonly body: readonly SyntaxNode[]
}

export interface ClassNode extends Syntax<'ClassDeclaration' | 'ClassExpression'> {
  readonly declare?: boolean
  readonly decorators?: readonly SyntaxNode[]
  readonly body: SyntaxNode
}

export interface BinaryExpression extends Syntax<'BinaryExpression'> {
  readonly operator: string
  readonly left: SyntaxNode
}

export interface MetaProperty extends Syntax<'MetaProperty'> {
  readonly meta: Identifier
}

export interface ModuleDeclaration extends Syntax<'TSModuleDeclaration'> {
  readonly declare?: boolean
}

export interface Identifier extends Syntax<'Identifier' | 'JSXIdentifier'> {
  readonly name: string
}

type Other = Syntax<
  | 'NewExpression'
  | 'MemberExpression'
  | 'ExpressionStatement'
  | 'MethodDefinition'
  | 'PropertyDefinition'
  | 'Property'
  | 'PrivateIdentifier'
  | 'Literal'
  | 'VariableDeclarator'
  | 'AssignmentExpression'
  | 'AssignmentPattern'
  | 'ExportDefaultDeclaration'
  | 'TSAsExpression'
  | 'TSSatisfiesExpression'
  | 'TSNonNullExpression'
  | 'TSTypeAssertion'
>

/** Reports the first reading's mistake when no reading fits. `key` tells the language by its ending, which a suffix such as `?v=2` may follow. */
export function parseModule(source: string, key: string): Parsed {
  const mistakes: unknown[] = []
  for (const read of readingsOf(key)) {
    try {
      return { kind: 'parsed', program: read(source) }
    } catch (error) {
      mistakes.push(error)
    }
  }
  return rejectionOf(mistakes[0])
}

type Read = (source: string) => Program

const javaScript = Parser
const typeScript = Parser.extend(tsPlugin(), fillGaps)
const withJsx = Parser.extend(tsPlugin({ jsx: true }), fillGaps)

/** Plain JavaScript goes first to the plain parser: `f<a>(b)` means two comparisons there. Decorators need the other. */
function readingsOf(key: string): readonly Read[] {
  const parsers = /\.[jt]sx\b/.test(key) ? [withJsx] : /\.[cm]?ts\b/.test(key) ? [typeScript] : [javaScript, withJsx]
  return (['module', 'script'] as const).flatMap((sourceType) => parsers.map((parser) => readingBy(parser, sourceType)))
}

function readingBy(parser: typeof Parser, sourceType: 'module' | 'script'): Read {
  const options: Options = {
    ecmaVersion: 'latest',
    sourceType,
    locations: true,
    allowHashBang: true,
    // CommonJS bodies may return, since Node runs them inside a function.
    allowReturnOutsideFunction: true,
  }
  // The plugin's own kinds of node are missing from acorn's types.
  return function parseProgram(source) {
    return parser.parse(source, options) as unknown as Program
  }
}

/** Acorn's errors carry their place; anything else is a fault of the parser, not of the reader. */
function rejectionOf(error: unknown): Parsed {
  if (!(error instanceof SyntaxError) || !('loc' in error)) throw error
  const { line, column } = parseLocation(error.loc)
  return { kind: 'rejected', text: error.message.replace(/ \(\d+:\d+\)$/, ''), line, column: column + 1 }
}

function parseLocation(location: unknown): { readonly line: number; readonly column: number } {
  return location as { readonly line: number; readonly column: number }
}
