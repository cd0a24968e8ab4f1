/** Reads `content/glossary.yaml`: the words of the subject, each with an exact definition in both languages. */
import { parse } from 'yaml'
import { z } from 'zod'

const inEachLanguage = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) })
const forms = z.array(z.string().min(1))

const term = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case letters and digits, joined by hyphens'),
  term: inEachLanguage,
  /** The spellings that count as a use of the word in a lesson. */
  forms: z.strictObject({ en: forms, 'zh-cn': forms }),
  text: inEachLanguage,
  /** Other entries to look at. */
  see: z.array(z.string()).default([]),
})

const glossary = z.strictObject({
  groups: z
    .array(z.strictObject({ title: inEachLanguage, lead: inEachLanguage.optional(), terms: z.array(term).min(1) }))
    .min(1),
})

export type Glossary = z.infer<typeof glossary>
export type Term = z.infer<typeof term>

const FILE = 'content/glossary.yaml'

/** @throws Error that names the entry and what it should be. */
export function parseGlossary(text: string): Glossary {
  const result = glossary.safeParse(parse(text))
  if (!result.success) {
    const [issue] = result.error.issues
    throw new Error(
      `${FILE}: ${issue?.path.join('.') || 'the whole file'}: ${issue?.message}. An entry has id, term, forms and text, each in en and zh-cn; mend it there.`,
    )
  }
  const terms = termsOf(result.data)
  const ids = terms.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`${FILE}: term "${twice}" is there twice. Keep one of them.`)
  for (const { id, see } of terms) {
    const unknown = see.find((other) => !ids.includes(other))
    if (unknown !== undefined)
      throw new Error(`${FILE}: term "${id}": see: "${unknown}" is no entry. Add it, or name one that is there.`)
  }
  return result.data
}

export function termsOf(file: Glossary): readonly Term[] {
  return file.groups.flatMap(({ terms }) => terms)
}
