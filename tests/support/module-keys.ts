/** The spellings of one file whose keys the third lesson compares, and what a page says of them. */
import { rowsOf } from './lesson-page.ts'

/** The files that lie beside each other: one module, and a link to it. */
export const MODULE = 'p.js'
export const LINK = 'link.js'

/** Whether an import gave the module that was there already, another one, or none. */
export type Found = 'one' | 'two' | 'not found'

const CHINESE: Readonly<Record<string, Found>> = { 一个: 'one', 两个: 'two', 找不到: 'not found' }

/** One row of the page's table: a specifier, and what each importer makes of it. */
export interface KeyRow {
  readonly specifier: string
  readonly inNode: string
  readonly inChromium: string
  readonly byRequire: string
}

export function keyRowsOf(lesson: string): readonly KeyRow[] {
  return rowsOf(lesson).flatMap(([text = '', ...found]) => {
    const [inNode = '', inChromium = '', byRequire] = found.map((cell) => CHINESE[cell] ?? cell)
    const specifier = /^\S+?(?=[,，]|$)/.exec(text)?.[0] ?? text
    return byRequire === undefined ? [] : [{ specifier, inNode, inChromium, byRequire }]
  })
}
