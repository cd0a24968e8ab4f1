/** Reads the attacks: one file each, whose first lines say what it tries and what must come of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../../src/trace/events.ts'

const ROOT = join(import.meta.dirname, '../../fixtures/attacks')
const KIT = 'attack-kit.ts'

export interface Attack {
  /** `group/name`. */
  readonly id: string
  readonly tries: string
  readonly text: string
  /** Kinds of blocked things that the reader must be told of. */
  readonly told: { readonly chromium: readonly string[]; readonly firefox: readonly string[] }
  /** How the run must end; null where browsers and machines differ. */
  readonly ends: Outcome['kind'] | null
  /** What the console must say, however much was tampered with. */
  readonly says: readonly string[]
}

export const ATTACKS: readonly Attack[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && file !== KIT)
  .sort()
  .map(readAttack)

/** The files of an attack's project, with the addresses of the two servers in them. */
export function attackFiles({ text }: Attack, addresses: { readonly site: string; readonly evil: string }) {
  const fill = (source: string) => source.replaceAll('%SITE%', addresses.site).replaceAll('%EVIL%', addresses.evil)
  return { 'main.ts': fill(text), [KIT]: fill(readFileSync(join(ROOT, KIT), 'utf8')) }
}

function readAttack(file: string): Attack {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const tries = /^\/\/ (.+)\n/.exec(text)?.[1]
  if (tries === undefined) throw new Error(`${file}: the first line must be a comment that says what the attack tries.`)
  const told = wordsAfter('Told', text)
  const chromium = [...told, ...wordsAfter('Told in Chromium', text)]
  const ends = parseEnd(/^\/\/ Ends: (.+)$/m.exec(text)?.[1], file)
  const says = [...text.matchAll(/^\/\/ Says: (.+)$/gm)].flatMap(([, words]) => words ?? [])
  return { id: file.replace(/\.ts$/, ''), tries, text, told: { chromium, firefox: told }, ends, says }
}

function wordsAfter(label: string, text: string): readonly string[] {
  return new RegExp(`^// ${label}: (.+)$`, 'm').exec(text)?.[1]?.split(' ') ?? []
}

function parseEnd(word: string | undefined, file: string): Attack['ends'] {
  if (word === undefined) return null
  if (word === 'completed' || word === 'failed' || word === 'stopped') return word
  throw new Error(`${file}: a run cannot end "${word}".`)
}
