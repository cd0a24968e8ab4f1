/** Teaches the TypeScript parser the few forms that it refuses although the language has them. */
import type { Parser } from 'acorn'

/** An acorn plugin, to be put behind that for TypeScript. */
export function fillGaps(base: typeof Parser): typeof Parser {
  // The methods by which the parser is extended are missing from its types.
  const Base = base as unknown as abstract new () => Internals
  abstract class Filled extends Base {
    /** `export default abstract class {}`, without a name. */
    override parseExportDefaultDeclaration() {
      if (!this.isAbstractClass()) return super.parseExportDefaultDeclaration()
      const node = this.startNode()
      this.next()
      node.abstract = true
      return this.parseClass(node, 'nullableID')
    }

    /** `const` before a type parameter in a signature or a function type, as before one of a function. */
    override tsTryParseTypeParameters(parseModifiers = this.tsParseConstModifier) {
      return super.tsTryParseTypeParameters(parseModifiers)
    }

    /** `<T extends X>() => …`, which is no element, in a file with JSX. */
    override reportReservedArrowTypeParam() {
      // It is what .mts and .cts files alone refuse.
    }
  }
  return Filled as unknown as typeof Parser
}

interface Internals {
  tsParseConstModifier: unknown
  isAbstractClass(): boolean
  next(): void
  startNode(): { abstract?: boolean }
  parseClass(node: object, kind: 'nullableID'): object
  parseExportDefaultDeclaration(): object
  tsTryParseTypeParameters(parseModifiers?: unknown): object | undefined
  reportReservedArrowTypeParam(node: object): void
}
