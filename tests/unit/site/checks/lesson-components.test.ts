import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LESSON_COMPONENTS } from '#src/site/checks/lesson-checks.ts'

test('every component that lessons get is one that is checked', () => {
  const source = readFileSync('src/components/mdx-components.ts', 'utf8')
  const [, names = ''] = /mdxComponents = \{([^}]*)\}/.exec(source) ?? []
  const given = names.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
  expect(given).toContain('Lab')
  expect(Object.keys(LESSON_COMPONENTS)).toEqual(expect.arrayContaining(given))
})
