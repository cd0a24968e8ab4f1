/** Moves the policy to the front of each page's head: a policy in the page holds only for what comes after it. */
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

export function policyFirst(): AstroIntegration {
  return {
    name: 'doppelclass:policy-first',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        for await (const file of glob('**/*.html', { cwd: root })) {
          const html = await readFile(root + file, 'utf8')
          await writeFile(root + file, withPolicyFirst(html, file))
        }
      },
    },
  }
}

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/i
const CHARSET = /<meta charset="?utf-8"?\s*\/?>/i

/** @throws Error where a page has no policy, or no charset to put it behind. */
export function withPolicyFirst(html: string, file: string): string {
  const policy = POLICY.exec(html)?.[0]
  if (!policy || !CHARSET.test(html)) {
    throw new Error(
      `${file}: has no policy or no charset in its head. Render the page through BaseLayout, or give it both.`,
    )
  }
  return html.replace(policy, '').replace(CHARSET, (charset) => charset + policy)
}
