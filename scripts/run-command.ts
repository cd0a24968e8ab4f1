/** Runs one of the installed tools as a Node program and waits for its end. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const PROJECT_ROOT = join(import.meta.dirname, '..')

/** Where each tool's program lies in node_modules: the `.bin` links are shell scripts on some platforms. */
const PROGRAMS = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const

export type Tool = keyof typeof PROGRAMS

export function toolPath(tool: Tool): string {
  return join(PROJECT_ROOT, 'node_modules', PROGRAMS[tool])
}

/** Runs a tool in the project's folder, its output shown as it comes; answers the exit code, never 0 for a crash. */
export function runTool(tool: Tool, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [toolPath(tool), ...args], {
      cwd: PROJECT_ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const stop = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(1)
      resolve(code ?? 1)
    })
  })
}
