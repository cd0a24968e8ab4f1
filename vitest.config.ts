/** How the tests that need no page are run. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const runtime = join(import.meta.dirname, 'src/runtime')

export default defineConfig({
  resolve: {
    alias: [
      { find: /^distributed$/, replacement: `${runtime}/index.ts` },
      { find: /^distributed\/(.+)$/, replacement: `${runtime}/$1` },
    ],
  },
  test: {
    root: import.meta.dirname,
    environment: 'node',
    include: ['tests/{unit,lessons,conformance}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    pool: 'forks',
    testTimeout: 60_000,
  },
})
