/** Finds the name that a class has by its place in the source, for where a static member called `name` hides it. */
import type { ClassNode, SyntaxNode } from './instrument-parse.ts'

/**
 * Null where the class shows its own name, which is the better one: it may be computed. A field hides nothing yet when
 * the class is reported; a method or an accessor does.
 */
export function hiddenName(node: ClassNode, path: readonly SyntaxNode[]): string | null {
  return membersOf(node).some(hidesName) ? nameByPlace(node, path) : null
}

function hidesName({ type, static: isStatic, accessor, computed, key }: SyntaxNode): boolean {
  if (isStatic !== true || (type !== 'MethodDefinition' && accessor !== true)) return false
  return computed === true || keyName(key) === 'name'
}

/** As the language gives names: by the class's own, or by what it is assigned to. */
function nameByPlace(node: SyntaxNode, path: readonly SyntaxNode[]): string | null {
  if (isNode(node.id)) return keyName(node.id)
  const parent = path.at(-1)
  switch (parent?.type) {
    case 'ExportDefaultDeclaration':
      return 'default'
    case 'VariableDeclarator':
      return keyName(parent.id)
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return keyName(parent.left)
    case 'Property':
    case 'PropertyDefinition':
      return parent.computed === true ? null : keyName(parent.key)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return nameByPlace(parent, path.slice(0, -1))
    default:
      return null
  }
}

function keyName(key: unknown): string | null {
  if (!isNode(key)) return null
  switch (key.type) {
    case 'Identifier':
      return textOf(key.name)
    case 'PrivateIdentifier':
      return `#${textOf(key.name)}`
    case 'Literal':
      return String(key.value)
    default:
      return null
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

function membersOf({ body }: ClassNode): readonly SyntaxNode[] {
  return Array.isArray(body.body) ? body.body.filter(isNode) : []
}
