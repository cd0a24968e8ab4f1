/** This machine, as the search for a browser sees it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, firefox } from '@playwright/test'
import type { Machine } from './find-browser.ts'
import { toolPath } from './run-command.ts'

/** Long enough for a first start on a slow, shared machine. */
const START_LIMIT_MS = 60_000
/** Long enough for a download over a slow line, short enough not to hang where the network is closed. */
const INSTALL_LIMIT_MS = 10 * 60_000

export function realMachine(): Machine {
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: INSTALL_LIMIT_MS }).status === 0
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    starts,
    playwrightPath: (browser) => ({ chromium, firefox })[browser].executablePath(),
    run,
    playwright: (...args) => run(process.execPath, [toolPath('playwright'), ...args]),
    log: (line) => console.log(line),
  }
}

function starts(path: string): boolean {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: START_LIMIT_MS }).status === 0
}
