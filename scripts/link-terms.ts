/** Links the first use of each word of the glossary in a lesson, in both languages: `npm run link:terms -- <slug>`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { locales } from '../src/i18n/locales.ts'
import { parseGlossary, termsOf } from '../src/site/glossary.ts'
import { withTermLinks } from '../src/site/lesson-prose.ts'

const [slug] = process.argv.slice(2)
const terms = termsOf(parseGlossary(readFileSync('content/glossary.yaml', 'utf8')))

for (const locale of locales) {
  const file = `content/lessons/${locale}/${slug}.mdx`
  if (!existsSync(file)) {
    console.error(`There is no ${file}. Usage: npm run link:terms -- <slug>`)
    process.exitCode = 2
    continue
  }
  const before = readFileSync(file, 'utf8')
  const after = withTermLinks(before, terms, locale)
  if (after !== before) writeFileSync(file, after)
  console.log(`${file}: ${after === before ? 'nothing to link' : 'linked'}`)
}
