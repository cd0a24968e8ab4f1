/** What every attack must come to, in whichever browser, and the table of what it did come to. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Attack } from './attack-list.ts'
import { attackFiles } from './attack-list.ts'
import type { AttackJob, AttackReport } from './attack-page-browser.ts'
import type { openAttackBundler } from './attack-programs.ts'
import type { AttackServers } from './attack-servers.ts'

/** A page of either driver, as far as it is used here. */
export interface AttackPage {
  readonly runAttack: (job: AttackJob) => Promise<AttackReport>
}

export interface AttackBench {
  readonly browser: 'chromium' | 'firefox'
  readonly page: AttackPage
  readonly servers: AttackServers
  readonly bundler: ReturnType<typeof openAttackBundler>
}

/** Milliseconds: enough for every attack that ends by itself to do its worst. */
const TIME = 1_000
/** Milliseconds that count as a freeze. Far above what is measured, since machines differ: see the table for that. */
const FREEZE = 3_000

export interface Row {
  readonly attack: string
  readonly outcome: string
  readonly events: number
  readonly blocked: string
  readonly longestBlock: number
}

/** What an honest program leaves behind where nobody attacks. */
export async function readHonestTrace({ page, bundler }: AttackBench): Promise<string> {
  const honest = await bundler.honest()
  const { after, beside } = await page.runAttack({ attack: honest, honest, time: TIME })
  expect(after).toContain('WorkerPlugin')
  expect(beside).toBe(after)
  return after
}

export async function withstand(attack: Attack, bench: AttackBench, honestTrace: string): Promise<Row> {
  const { page, servers, bundler } = bench
  const before = servers.strangers().length
  const program = await bundler.bundle(attackFiles(attack, servers))
  const report = await page.runAttack({ attack: program, honest: await bundler.honest(), time: TIME })
  const row = {
    attack: attack.id,
    outcome: describe(report),
    events: report.events,
    blocked: report.blocked.join(' '),
    longestBlock: report.longestBlock,
  }
  expect.soft(servers.strangers().slice(before), 'nothing leaves').toEqual([])
  expect
    .soft(
      report.lines.filter((line) => line.startsWith('ESCAPED')),
      'nothing succeeds',
    )
    .toEqual([])
  expect.soft(report.malformed, 'every event has its form').toBe(0)
  expect.soft(report.beside === honestTrace, 'another run is what it always is').toBe(true)
  expect.soft(report.after === honestTrace, 'the next run is what it always is').toBe(true)
  expect.soft(report.blocked, 'the reader is told').toEqual(expect.arrayContaining([...attack.told[bench.browser]]))
  expect.soft(report.longestBlock, 'the page does not freeze').toBeLessThan(FREEZE)
  for (const words of attack.says) expect.soft(report.lines.join('\n'), 'what it says is shown').toContain(words)
  if (attack.ends !== null) expect.soft(row.outcome, 'it ends as it must').toMatch(new RegExp(`^${attack.ends}`))
  return row
}

/** Prints the table, and keeps it beside the other results. */
export function writeTable(browser: string, rows: readonly Row[]): void {
  const head =
    '| attack | browser | outcome | events | told as blocked | longest block (ms) |\n| --- | --- | --- | ---: | --- | ---: |'
  const lines = rows.map(
    (row) => `| ${row.attack} | ${browser} | ${row.outcome} | ${row.events} | ${row.blocked} | ${row.longestBlock} |`,
  )
  mkdirSync('test-results', { recursive: true })
  const text = [head, ...lines].join('\n')
  writeFileSync(`test-results/attacks-${browser}.md`, `${text}\n`)
  process.stdout.write(`${text}\n`)
}

function describe({ outcome }: AttackReport): string {
  switch (outcome.kind) {
    case 'completed':
      return 'completed'
    case 'failed':
      return `failed: ${outcome.error.name}`.slice(0, 60).replaceAll(/[|\n]/g, ' ')
    case 'stopped':
      return `stopped by the ${outcome.by}`
  }
}
