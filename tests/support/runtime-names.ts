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
      return [module, made.flatMap((each) => namesOf(each, { checker, files }))]
    }),
  )
}

/** A class or function that the module itself declares; interfaces and types have no counterpart in Python. */
function isMadeIn(symbol: ts.Symbol, source: ts.SourceFile): boolean {
  const isValue = (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Function)) !== 0
  return isValue && symbol.declarations?.some((declaration) => declaration.getSourceFile() === source) === true
}

interface Listed {
  readonly checker: ts.TypeChecker
  /** The files of the modules that are listed. */
  readonly files: readonly string[]
}

function namesOf(symbol: ts.Symbol, { checker, files }: Listed): readonly string[] {
  if ((symbol.flags & ts.SymbolFlags.Class) === 0) return [symbol.name]
  const statics = checker.getTypeOfSymbol(symbol).getProperties()
  const members = [...checker.getDeclaredTypeOfSymbol(symbol).getProperties(), ...statics]
  const own = members
    .filter((member) => isPublic(member, { owner: symbol, files }))
    .map(({ name }) => `${symbol.name}.${name}`)
  return [symbol.name, ...own.toSorted()]
}

/** Neither private, nor said by a base already. A base in a module that is not listed is a part of the class: one of Dask's is long. */
function isPublic(
  { name, declarations = [] }: ts.Symbol,
  { owner, files }: { readonly owner: ts.Symbol; readonly files: readonly string[] },
): boolean {
  const isOwn = declarations.some((declaration) => {
    const { fileName } = declaration.getSourceFile()
    const isOfPart = fileName.startsWith(RUNTIME) && !files.includes(fileName)
    return isOfPart || owner.declarations?.some((each) => each === declaration.parent)
  })
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected
  const isHidden = declarations.some((each) => (ts.getCombinedModifierFlags(each) & hidden) !== 0)
  return isOwn && !/^(#|_)/.test(name) && !isHidden && !repeatsBase(declarations, owner)
}

/** Whether it overrides a member of a base that has names of its own in the same file. */
function repeatsBase(declarations: readonly ts.Declaration[], owner: ts.Symbol): boolean {
  const overrides = declarations.some((each) => (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Override) !== 0)
  return overrides && !PARTS.has(owner.name)
}

/** Classes that are put together from bases in modules of their own. */
const PARTS: ReadonlySet<string> = new Set(['Client', 'Scheduler'])
