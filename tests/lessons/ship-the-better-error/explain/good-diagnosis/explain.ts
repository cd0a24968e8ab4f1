/** Finds out what is wrong first, and words it afterwards. */
import { type AnyClass, originOf } from './origins.ts'

type Diagnosis =
  | { readonly kind: 'plugin' | 'class' | 'duck' }
  | { readonly kind: 'namesake'; readonly name: string }
  | { readonly kind: 'twin'; readonly name: string; readonly from: string; readonly to: string }

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  const found = diagnose(value, table)
  switch (found.kind) {
    case 'plugin':
      return null
    case 'class':
      return 'registerPlugin takes an instance, and this is a class.'
    case 'duck':
      return 'No base of this value is one of ours, nor does any look like it.'
    case 'namesake':
      return `${found.name}? We have one too, but yours never was ours.`
    case 'twin':
      return `class ${found.name} cannot be taken for class ${found.name} (the first is in module ${found.from}; the second is in module ${found.to})`
  }
}

function diagnose(value: unknown, table: readonly AnyClass[]): Diagnosis {
  if (typeof value === 'function') return { kind: 'class' }
  for (const theirs of table) if (value instanceof theirs) return { kind: 'plugin' }
  let namesake: string | null = null
  for (const mine of basesOf(value)) {
    const theirs = table.find(({ name }) => name === mine.name)
    if (theirs === undefined) continue
    const from = originOf(mine)
    const to = originOf(theirs)
    if (from !== null && to !== null && from.file === to.file)
      return { kind: 'twin', name: mine.name, from: from.module, to: to.module }
    namesake ??= mine.name
  }
  return namesake === null ? { kind: 'duck' } : { kind: 'namesake', name: namesake }
}

function basesOf(value: unknown): AnyClass[] {
  const bases: AnyClass[] = []
  let next = Object(value).constructor
  while (typeof next === 'function' && next !== Function.prototype) {
    bases.push(next)
    next = Object.getPrototypeOf(next)
  }
  return bases
}
