/** The console that a program sees: every call becomes one line of the trace. */
import type { ConsoleLevel } from '../../trace/events.ts'

export type TracedConsole = Readonly<Record<string, (...values: readonly unknown[]) => void>>

const LEVELS: readonly ConsoleLevel[] = ['log', 'info', 'debug', 'warn', 'error']

/** @param line reports one line: its level and the values that were logged. */
export function createConsole(line: (level: ConsoleLevel, values: readonly unknown[]) => void): TracedConsole {
  const methods: Record<string, (...values: readonly unknown[]) => void> = {}
  for (const level of LEVELS) methods[level] = (...values) => line(level, values)
  methods.trace = (...values) => line('debug', values)
  methods.dir = (value) => line('log', [value])
  methods.table = (value) => line('log', [value])
  methods.assert = (condition, ...values) => {
    if (!condition) line('error', ['Assertion failed:', ...values])
  }
  return methods
}
