/** Finds what a specifier means once the project's aliases are applied, as esbuild applies them; the rest is TypeScript's own search. */
import type ts from 'typescript'
import type { BuildOptions } from '../../../../bundler/bundle-types.ts'

interface LookupParts {
  readonly typescript: typeof ts
  readonly host: ts.ModuleResolutionHost
  readonly options: ts.CompilerOptions
  readonly alias: BuildOptions['alias']
  /** The folder of the reader's files: what an alias stands for is looked up from there. */
  readonly root: string
}

type ResolveLiterals = NonNullable<ts.LanguageServiceHost['resolveModuleNameLiterals']>

/** Without a memory of its own: what is on the disk may change, and TypeScript asks again only where something did. */
export function createModuleLookup({ typescript, host, options, alias, root }: LookupParts): ResolveLiterals {
  return (literals, importer, redirected, _options, file) =>
    literals.map((literal) => {
      const specifier = applyAlias(literal.text, alias)
      const from = specifier === literal.text ? importer : `${root}/package.json`
      const mode = typescript.getModeForUsageLocation(file, literal, options)
      return typescript.resolveModuleName(specifier, from, options, host, undefined, redirected, mode)
    })
}

/** @returns the specifier itself where no alias is for it */
export function applyAlias(specifier: string, alias: BuildOptions['alias']): string {
  const names = Object.keys(alias).filter((name) => specifier === name || specifier.startsWith(`${name}/`))
  // esbuild, internal/resolver/resolver.go: of several names the longest counts, and a lone slash behind it does not.
  const [name] = names.sort((one, other) => other.length - one.length)
  if (name === undefined) return specifier
  const rest = specifier.slice(name.length)
  return `${alias[name] ?? name}${rest === '/' ? '' : rest}`
}
