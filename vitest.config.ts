/** How the tests that need no page are run. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Each run of a lab starts a thread of its own: with this, threads and forks need not compile the same files again.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compile')

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
