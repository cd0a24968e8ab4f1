/** Reads `content/names.yaml`: the names of our `distributed` beside Dask's. */
import { parse } from 'yaml'
import { z } from 'zod'

const note = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) })
const named = z.union([
  z.string().transform((ours) => ({ ours })),
  z.strictObject({ ours: z.string(), python: z.string().optional(), note: note.optional() }),
])

const names = z.strictObject({
  modules: z.array(
    z.strictObject({
      /** Below `distributed`, e.g. `diagnostics/plugin`. */
      path: z.string().min(1),
      python: z.string().min(1),
      names: z.array(named).min(1),
      /** Names that Dask does not have. */
      own: z.array(z.string()).default([]),
      /** Names of Dask that are not modelled. */
      missing: z.array(z.string()).default([]),
    }),
  ),
})

export type ModuleNames = z.output<typeof names>['modules'][number]

export interface NamePair {
  readonly ours: string
  readonly python: string
  readonly note: Readonly<Record<'en' | 'zh-cn', string>> | null
}

/** @throws Error that names the place in the file and what it should be. */
export function parseNames(text: string): readonly ModuleNames[] {
  const result = names.safeParse(parse(text))
  if (result.success) return result.data.modules
  const [issue] = result.error.issues
  throw new Error(
    `content/names.yaml: ${issue?.path.join('.')}: ${issue?.message}. A name is either plain, or has "ours" with "python" or "note"; mend it there.`,
  )
}

export function pairsOf({ names }: ModuleNames): readonly NamePair[] {
  return names.map((entry) => ({
    ours: entry.ours,
    python: ('python' in entry ? entry.python : undefined) ?? pythonName(entry.ours),
    note: ('note' in entry ? entry.note : undefined) ?? null,
  }))
}

/** From camel to snake, but for the names of classes: `Client.registerPlugin` is `Client.register_plugin`. */
export function pythonName(ours: string): string {
  return ours
    .split('.')
    .map((part) => (/^[A-Z]/.test(part) ? part : part.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)))
    .join('.')
}
