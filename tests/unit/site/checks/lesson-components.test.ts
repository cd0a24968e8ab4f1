import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LESSON_COMPONENTS } from '#src/site/checks/lesson-checks.ts'

test('the components that are checked are those that lessons get', () => {
  const source = readFileSync('src/components/mdx-components.ts', 'utf8')
  const [, names = ''] = /mdxComponents = \{([^}]*)\}/.exec(source) ?? []
  expect(Object.keys(LESSON_COMPONENTS)).toEqual(
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .toSorted(),
  )
})
