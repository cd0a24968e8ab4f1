/** Puts probes into one module, so that a run reports the modules it evaluates, the classes it creates and the identities it checks. */
import MagicString from 'magic-string'
import { walk } from 'zimmerframe'
import { type InsertedCall, mapWithCalls } from './instrument-map.ts'
import { hiddenName } from './instrument-names.ts'
import type {
  BinaryExpression,
  ClassNode,
  MetaProperty,
  ModuleDeclaration,
  Program,
  SyntaxNode,
} from './instrument-parse.ts'
import { parseModule } from './instrument-parse.ts'
import type { Places } from './instrument-places.ts'
import { createPlaces } from './instrument-places.ts'
import { findReservedName } from './instrument-reserved.ts'
import type { Instrument, InstrumentResult } from './instrument-types.ts'
import { PROBES_NAME } from './probes.ts'

/**
 * Nothing that a program can see changes, with one exception: the source text that a class or function shows of itself
 * (`String(SomeClass)`) contains the probes.
 */
export const instrument: Instrument = (source, { key, file }) => {
  const parsed = parseModule(source, key)
  if (parsed.kind === 'rejected') return parsed
  const places = createPlaces(source)
  const reserved = isInstalled(key) ? null : findReservedName(parsed.program, source)
  if (reserved !== null) return rejectReservedName(reserved, places)

  const module: ModuleEdit = { source, key: JSON.stringify(key), edits: new MagicString(source), places, calls: [] }
  markModule(module, parsed.program, file)
  walk<SyntaxNode, Scope>(parsed.program, { ambient: false }, visitorsOf(module))
  const map = mapWithCalls(module.edits, { key, calls: module.calls, shape: INSTANCEOF_SHAPE })
  return { kind: 'instrumented', code: module.edits.toString(), map }
}

/** The model of the library reads the name itself. */
function isInstalled(key: string): boolean {
  return /(?:^|\/)node_modules\//.test(key)
}

interface ModuleEdit {
  readonly source: string
  /** The module's key as a literal of the program. */
  readonly key: string
  readonly edits: MagicString
  readonly places: Places
  readonly calls: InsertedCall[]
}

// The space keeps `return(a)instanceof B` from becoming one word.
const INSTANCEOF_CALL = ` ${PROBES_NAME}.instanceof(`
const INSTANCEOF_SHAPE = { length: INSTANCEOF_CALL.length, nameAt: INSTANCEOF_CALL.indexOf('instanceof') }

/** Inside `declare …` there are only types, and a class there may hold no static block. */
interface Scope {
  readonly ambient: boolean
}

function rejectReservedName(offset: number, places: Places): InstrumentResult {
  const { line, column } = places.at(offset)
  const text = `The name ${PROBES_NAME} is reserved for the probes of this site. Choose another name.`
  return { kind: 'rejected', text, line, column }
}

function markModule({ source, key, edits }: ModuleEdit, program: Program, file: string): void {
  const probe = `${PROBES_NAME}.module(${key}, ${JSON.stringify(file)});`
  // `import.meta` alone makes a file an ES module; its replacement does not.
  const keepsModule = isModuleByMetaOnly(program, source) ? 'export {};' : ''
  const lastDirective = program.body.findLast((statement) => typeof statement.directive === 'string')
  if (lastDirective !== undefined) {
    edits.appendLeft(lastDirective.end, `;${probe}${keepsModule}`)
    return
  }
  const start = /^\uFEFF?(?:#!.*(?:\r\n?|\n|$))?/.exec(source)?.[0].length ?? 0
  const isOnlyHashbang = start === source.length && source.includes('#!')
  edits.appendLeft(start, `${isOnlyHashbang ? '\n' : ''}${probe}${keepsModule}`)
}

function isModuleByMetaOnly(program: Program, source: string): boolean {
  if (!/\bmeta\b|\\u/.test(source)) return false
  if (program.body.some(({ type }) => /^(?:Import|Export|TSExport|TSImport)/.test(type))) return false
  let found = false
  walk<SyntaxNode, null>(program, null, {
    MetaProperty(node, { stop }) {
      if (!isImportMeta(node)) return
      found = true
      stop()
    },
  })
  return found
}

function visitorsOf(module: ModuleEdit): Parameters<typeof walk<SyntaxNode, Scope>>[2] {
  return {
    TSModuleDeclaration: (node, { state, next }) => next({ ambient: state.ambient || isAmbient(node) }),
    ClassDeclaration(node, { state, path, next }) {
      const ambient = state.ambient || isAmbient(node)
      if (!ambient) markClass(module, node, path)
      next({ ambient })
    },
    ClassExpression(node, { path, next }) {
      markClass(module, node, path)
      next()
    },
    BinaryExpression(node, { next }) {
      if (node.operator === 'instanceof') wrapInstanceof(module, node)
      next()
    },
    MetaProperty(node, { path }) {
      if (isImportMeta(node)) replaceMeta(module, node, path)
    },
  }
}

function isAmbient(node: ClassNode | ModuleDeclaration): boolean {
  return node.declare === true
}

/** A static block, since wrapping the class in a call would lose the name that `const K = class {}` gives it. */
function markClass({ source, key, edits, places }: ModuleEdit, node: ClassNode, path: readonly SyntaxNode[]): void {
  const hidden = hiddenName(node, path)
  const name = hidden === null ? '' : `, ${JSON.stringify(hidden)}`
  const place = places.span(classKeywordOf(node, source), node.end)
  edits.appendLeft(node.body.start + 1, ` static { ${PROBES_NAME}.class(this, ${key}, ${place}${name}) }`)
}

/** Decorators, `export` and `abstract` may stand between the start of the node and its keyword. */
function classKeywordOf(node: ClassNode, source: string): number {
  const keyword = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/|(?:export|default|abstract)\b)*(?=class\b)/y
  keyword.lastIndex = node.decorators?.at(-1)?.end ?? node.start
  return keyword.test(source) ? keyword.lastIndex : node.start
}

/** The operands stay where they are, parentheses and comments included: only the keyword between them becomes a comma. */
function wrapInstanceof({ source, key, edits, places, calls }: ModuleEdit, node: BinaryExpression): void {
  const between = /(?:\s|\/\/.*|\/\*[\s\S]*?\*\/|\))*instanceof/y
  between.lastIndex = node.left.end
  if (!between.test(source)) throw new Error(`No instanceof after offset ${node.left.end} of module ${key}.`)
  const operator = between.lastIndex - 'instanceof'.length
  calls.push({ before: node.start, operator })
  edits.appendLeft(node.start, INSTANCEOF_CALL)
  edits.update(operator, between.lastIndex, ',')
  edits.appendLeft(node.end, `, ${key}, ${places.span(node.start, node.end)})`)
}

function isImportMeta(node: MetaProperty): boolean {
  return node.meta.name === 'import'
}

function replaceMeta({ key, edits }: ModuleEdit, node: MetaProperty, path: readonly SyntaxNode[]): void {
  const call = `${PROBES_NAME}.meta(${key})`
  // `new import.meta.Kind()` would otherwise construct the probe.
  edits.update(node.start, node.end, isConstructed(node, path) ? `(${call})` : call)
}

function isConstructed(node: SyntaxNode, path: readonly SyntaxNode[]): boolean {
  const parent = path.at(-1)
  if (parent?.type === 'NewExpression') return parent.callee === node
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false
  return isConstructed(parent, path.slice(0, -1))
}
