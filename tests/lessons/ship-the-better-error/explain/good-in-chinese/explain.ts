/** The same in Chinese, and the table’s module first. */
import { type AnyClass, originOf } from './origins.ts'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  if (typeof value === 'function') return `${value.name} 是类，请传入它的实例。`
  const chain = classesOf(value)
  if (chain.some((mine) => table.some((theirs) => theirs === mine))) return null
  const names = table.map(({ name }) => name).join(', ')
  return explainTwin(chain, table) ?? explainNamesake(chain, table) ?? `没有继承 ${names} 中的任何一个。`
}

/** One file, evaluated under two keys. */
function explainTwin(chain: readonly AnyClass[], table: readonly AnyClass[]): string | null {
  for (const mine of chain) {
    const theirs = table.find(({ name }) => name === mine.name)
    const [from, to] = [originOf(mine), originOf(theirs)]
    if (from === null || from.file !== to?.file) continue
    return `两个 ${mine.name} 不是同一个类：表里的出自 ${to.module}，你的出自 ${from.module}。`
  }
  return null
}

/** Two files, and one name by chance. */
function explainNamesake(chain: readonly AnyClass[], table: readonly AnyClass[]): string | null {
  const namesake = chain.find((mine) => table.some(({ name }) => name === mine.name))
  return namesake ? `你的 ${namesake.name} 只是和表里的同名。` : null
}

/** The value's class and its bases, from below. */
function classesOf(value: unknown): AnyClass[] {
  const chain: AnyClass[] = []
  if (typeof value !== 'object' || value === null) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) {
    if (Object.hasOwn(next, 'constructor')) chain.push(next.constructor)
  }
  return chain
}
