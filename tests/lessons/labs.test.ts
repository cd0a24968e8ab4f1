/** No lab goes untested: each lesson that has labs has a test file, and that tests them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listLabs } from '#src/lab/content-node.ts'

const ROOT = process.cwd()
const lessons = new Set(listLabs(ROOT).map((id) => id.slice(0, id.indexOf('/'))))

test.each([...lessons])('the labs of %s are tested', (lesson) => {
  const file = `tests/lessons/${lesson}.test.ts`
  const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : ''
  expect(text, `${file} has to call testLabsOf('${lesson}', engine), from tests/support/lesson-labs.ts`).toMatch(
    /^testLabsOf\(/m,
  )
})
