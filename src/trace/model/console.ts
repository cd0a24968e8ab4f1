/** What a console shows of a run: everything that was said to a person, in order. */
import type { ConsoleLine, Logged, TraceEvent, Truncated, UncaughtError, Warned } from '../events.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'

/** `index` is the place of the event in the trace. */
export interface ConsoleEntry {
  readonly index: number
  readonly event: ConsoleLine | Warned | Logged | UncaughtError | Truncated
}

export function foldConsole(events: readonly TraceEvent[], upTo?: number): readonly ConsoleEntry[] {
  return foldTrace(consoleView, events, upTo)
}

export const consoleView: View<ConsoleEntry[], readonly ConsoleEntry[]> = {
  start: () => [],
  step(entries, event, index) {
    switch (event.kind) {
      case 'logged':
        // distributed/deploy/local.py LocalCluster: `silence_logs` keeps everything below a warning off the screen.
        if (event.level !== 'INFO') entries.push({ index, event })
        break
      case 'console':
      case 'warned':
      case 'uncaught':
      case 'truncated':
        entries.push({ index, event })
    }
  },
  finish: (entries) => [...entries],
  copy: (entries) => [...entries],
}
