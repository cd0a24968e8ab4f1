/** Lists the public names of the runtime as TypeScript sees them: what each module exports, and the public members of its classes. */
import { join } from 'node:path'
import ts from 'typescript'

const ROOT = process.cwd()
const RUNTIME = join(ROOT, 'src/runtime')

/** @param modules paths below `distributed`, e.g. `diagnostics/plugin`; gives `Client`, `Client.submit`, `getWorker`, … by module */
export function publicNames(modules: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const files = modules.map((module) => join(RUNTIME, `${module}.ts`))
  const config = ts.readConfigFile(join(RUNTIME, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, RUNTIME)
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  return Object.fromEntries(
    modules.map((module, index) => {
      const source = program.getSourceFile(files[index] ?? '')
      const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source)
      if (source === undefined || symbol === undefined)
        throw new Error(`There is no module src/runtime/${module}.ts. Mend the list of modules.`)
      const made = checker.getExportsOfModule(symbol).filter((each) => isMadeIn(each, source))
      return [module, made.flatMap((each) => namesOf(each, checker))]
    }),
  )
}

/** A class or function that the module itself declares; interfaces and types have no counterpart in Python. */
function isMadeIn(symbol: ts.Symbol, source: ts.SourceFile): boolean {
  const isValue = (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Function)) !== 0
  return isValue && symbol.declarations?.some((declaration) => declaration.getSourceFile() === source) === true
}

function namesOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  if ((symbol.flags & ts.SymbolFlags.Class) === 0) return [symbol.name]
  const statics = checker.getTypeOfSymbol(symbol).getProperties()
  const members = [...checker.getDeclaredTypeOfSymbol(symbol).getProperties(), ...statics]
  const own = members.filter((member) => isPublic(member, symbol)).map(({ name }) => `${symbol.name}.${name}`)
  return [symbol.name, ...own.toSorted()]
}

/** Neither private, nor said by a base already. */
function isPublic({ name, declarations = [] }: ts.Symbol, owner: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override
  const isOwn = declarations.some((declaration) => owner.declarations?.some((each) => each === declaration.parent))
  return (
    isOwn && !/^(#|_)/.test(name) && declarations.every((each) => (ts.getCombinedModifierFlags(each) & hidden) === 0)
  )
}
