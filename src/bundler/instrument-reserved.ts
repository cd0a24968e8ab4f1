/** Finds out whether a module of the reader uses the name that belongs to the probes. */
import { walk } from 'zimmerframe'
import type { Identifier, Program, SyntaxNode } from './instrument-parse.ts'
import { PROBES_NAME } from './probes.ts'

/** The offset of the first use as a variable; properties, labels and the like may carry the name. */
export function findReservedName(program: Program, source: string): number | null {
  // A name may also be spelled with escapes, which the tree has resolved.
  if (!source.includes(PROBES_NAME) && !source.includes('\\u')) return null
  let offset: number | null = null
  const check = (node: Identifier, { path, stop }: { path: readonly SyntaxNode[]; stop: () => void }) => {
    if (node.name !== PROBES_NAME || isMereName(node, path.at(-1))) return
    offset = node.start
    stop()
  }
  walk<SyntaxNode, null>(program, null, { Identifier: check, JSXIdentifier: check })
  return offset
}

/** Whether the place in its parent makes it a property, a label or the name on the far side of an import or export. */
function isMereName(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false
  // A shorthand is a property and a variable in one.
  if (parent.property === node || parent.key === node) return parent.computed !== true && parent.shorthand !== true
  if (String(parent.type) === 'JSXAttribute') return true
  // Without `as`, one node stands for both sides.
  if (parent.imported === node || parent.exported === node) return parent.local !== node
  return parent.label === node
}
