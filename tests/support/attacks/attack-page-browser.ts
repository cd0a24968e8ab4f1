/** Runs in the page that the attacks start from: one attack at a time, an honest program beside it and another after it. */
import { isTraceEvent } from '../../../src/runner/event-guards.ts'
import { createBudget } from '../../../src/runner/guards.ts'
import { DEFAULT_LIMITS, type Program } from '../../../src/runner/protocol.ts'
import { startBrowserRunner } from '../../../src/runner/runner-browser.ts'
import type { Outcome, Trace, TraceEvent } from '../../../src/trace/events.ts'
import { foldChecks } from '../../../src/trace/model/checks.ts'
import { foldClasses } from '../../../src/trace/model/classes.ts'
import { foldCluster } from '../../../src/trace/model/cluster.ts'
import { foldConsole } from '../../../src/trace/model/console.ts'
import { foldModules } from '../../../src/trace/model/modules.ts'
import { consoleText } from '../../../src/trace/model/preview-text.ts'

export interface AttackJob {
  readonly attack: Program
  readonly honest: Program
  /** Milliseconds until the watchdog stops the attack. */
  readonly time: number
}

export interface AttackReport {
  readonly outcome: Outcome
  /** The first lines of the console. */
  readonly lines: readonly string[]
  readonly blocked: readonly string[]
  readonly events: number
  /** Events that are none. */
  readonly malformed: number
  /** What the honest programs left behind, as JSON: the one beside the attack, and the one after it. */
  readonly beside: string
  readonly after: string
  /** The longest time, in milliseconds, in which the page did nothing else. */
  readonly longestBlock: number
}

const runner = startBrowserRunner(new URL('runner.html', location.href))
const PATIENCE = 30_000
const SHOWN_LINES = 400

Object.assign(globalThis, { runAttack })

async function runAttack({ attack, honest, time }: AttackJob): Promise<AttackReport> {
  const stopClock = watchForBlocks()
  const [trace, beside] = await Promise.all([run(attack, time), run(honest, PATIENCE)])
  const { events, outcome } = trace
  const lines = foldEverything(events)
  const after = await run(honest, PATIENCE)
  return {
    outcome,
    lines: lines.slice(0, SHOWN_LINES),
    blocked: [...new Set(events.flatMap((event) => (event.kind === 'blocked' ? [event.what] : [])))],
    events: events.length,
    malformed: events.filter((event) => !isTraceEvent(event, createBudget(Number.POSITIVE_INFINITY))).length,
    beside: JSON.stringify(beside),
    after: JSON.stringify(after),
    longestBlock: stopClock(),
  }
}

async function run(program: Program, time: number): Promise<Trace> {
  const events: TraceEvent[] = []
  const outcome = await runner.run({
    program,
    limits: { ...DEFAULT_LIMITS, time },
    signal: new AbortController().signal,
    onEvents: (batch) => {
      for (const event of batch) events.push(event)
    },
  })
  return { events, outcome }
}

/** What the panels draw from, so that its cost counts as the page's. */
function foldEverything(events: readonly TraceEvent[]): readonly string[] {
  foldClasses(events)
  foldModules(events)
  foldChecks(events)
  foldCluster(events)
  return foldConsole(events).map(({ event }) => consoleText(event))
}

/** @returns stops the watch, and tells the longest time between two turns */
function watchForBlocks(): () => number {
  let longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 4)
  return () => {
    look()
    clearInterval(timer)
    return Math.round(longest)
  }
}
