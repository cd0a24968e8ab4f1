/** Whether two languages tell one lesson: the same headings, labs, code, names, links and numbers. */
import { componentsIn, fencesIn, headingsOf, linksIn, namesIn, numbersIn, type Part } from './lesson-parts.ts'
import type { Problem } from './problem.ts'

export interface Translation {
  readonly file: string
  readonly mdx: string
}

/** What has to be there in both, in the same order: the level of a heading, not its words. */
const IN_ORDER: readonly (readonly [string, (mdx: string) => readonly Part[]])[] = [
  ['heading', (mdx) => headingsOf(mdx).map(({ text, line }) => ({ text: text.replace(/ .*/, ''), line }))],
  ['component', (mdx) => componentsIn(mdx).filter(isShared).map(withoutWords)],
  ['code block', fencesIn],
  ['link', linksIn],
]

/** What has to be there in both, anywhere. */
const ANYWHERE: readonly (readonly [string, (mdx: string) => readonly Part[]])[] = [
  ['name', namesIn],
  ['number', numbersIn],
]

export function compareLanguages(one: Translation, other: Translation): readonly Problem[] {
  return [
    ...IN_ORDER.flatMap(([what, partsOf]) => compareInOrder(what, { one, other }, partsOf)),
    ...ANYWHERE.flatMap(([what, partsOf]) => [
      ...compareAnywhere(what, { one, other }, partsOf),
      ...compareAnywhere(what, { one: other, other: one }, partsOf),
    ]),
  ]
}

interface Pair {
  readonly one: Translation
  readonly other: Translation
}

/** The first difference says enough: what follows is shifted. */
function compareInOrder(what: string, { one, other }: Pair, partsOf: (mdx: string) => readonly Part[]): Problem[] {
  const [here, there] = [partsOf(one.mdx), partsOf(other.mdx)]
  const place = Array.from({ length: Math.max(here.length, there.length) }).findIndex(
    (_, index) => here[index]?.text !== there[index]?.text,
  )
  if (place === -1) return []
  const describe = (part: Part | undefined) => (part === undefined ? 'none' : excerpt(part.text))
  return [
    {
      file: other.file,
      line: there[place]?.line ?? null,
      problem: `${what} ${place + 1} is ${describe(there[place])} here and ${describe(here[place])} in ${one.file}.`,
      next: 'Make both languages the same there.',
    },
  ]
}

function compareAnywhere(what: string, { one, other }: Pair, partsOf: (mdx: string) => readonly Part[]): Problem[] {
  const there = new Set(partsOf(other.mdx).map(({ text }) => text))
  const seen = new Set<string>()
  return partsOf(one.mdx).flatMap(({ text, line }) => {
    if (there.has(text) || seen.has(text)) return []
    seen.add(text)
    const problem = `The ${what} ${text} is not in ${other.file}.`
    return [{ file: one.file, line, problem, next: 'Say it in both languages, or in neither.' }]
  })
}

/** Which words a language links depends on its words. */
function isShared({ name }: { readonly name: string }): boolean {
  return name !== 'Term'
}

/** Attributes may hold prose. */
function withoutWords<P extends Part>(part: P): P {
  return { ...part, text: part.text.replaceAll(/ (?:caption|title)="[^"]*"/g, '') }
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
