/** Highlighted code takes its colours from the tokens, so that it follows the theme. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeTheme } from '../../../src/site/code-theme.ts'
import { highlight } from '../../../src/site/highlight.ts'

it('highlights TypeScript with named colours only', async () => {
  const html = await highlight("import { a } from './b.ts' // why", 'typescript')
  expect(html).toContain('<span style="color:var(--code-string)">')
  expect(html).toContain('<span style="color:var(--code-comment)"> // why</span>')
  expect(html).not.toMatch(/#[0-9a-f]{3,8}\b/i)
})

it('uses only colours that tokens.css defines', () => {
  const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')
  const used = [...JSON.stringify(codeTheme).matchAll(/var\((--code-[\w-]+)\)/g)].map(([, name]) => name)
  expect(used.length).toBeGreaterThan(5)
  for (const name of used) expect(css).toContain(`${name}: light-dark(`)
})
