/** The build step that refuses content with mistakes in it, before any page is made. */
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { checkContent } from './checks/check-content.ts'
import { checkJudges } from './checks/check-judges.ts'
import { problemText } from './checks/problem.ts'

export function checkedContent(): AstroIntegration {
  let root = process.cwd()
  return {
    name: 'doppelclass:checked-content',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root)
      },
      'astro:build:start': async ({ logger }) => {
        const problems = checkContent(root)
        // A program is run only where all that describes it is whole.
        const found = problems.length > 0 ? problems : await checkJudges(root)
        if (found.length > 0) throw new Error(`The content has mistakes:\n${found.map(problemText).join('\n')}`)
        logger.info('The content is whole: both languages, labs, words, links, predictions.')
      },
    },
  }
}
