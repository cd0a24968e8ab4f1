/** Lays out a new lesson that passes every check: `npm run new:lesson -- <slug> [--at "<English title in preparation>"]`. */
import { parseArgs } from 'node:util'
import { layOutLesson } from './lesson-layout.ts'

const USAGE = 'Usage: npm run new:lesson -- <slug> [--at "<English title of a lesson in preparation>"]'

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { at: { type: 'string' }, help: { type: 'boolean', default: false } },
  })
  const [slug, ...others] = positionals
  if (values.help) console.log(USAGE)
  else if (slug === undefined || others.length > 0) stop(USAGE)
  else report(slug, layOutLesson(process.cwd(), { slug, at: values.at ?? null }))
} catch (error) {
  stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
}

function report(slug: string, files: readonly string[]): void {
  for (const file of files) console.log(file)
  console.log(
    `\nThe lesson is in content/course.yaml. Now write it, and try its lab with "npm run lab -- ${slug}/first".`,
  )
}

function stop(message: string): void {
  console.error(message)
  process.exitCode = 2
}
