/** A tracer whose events are kept, for tests of what the probes report. */
import { createErrorReporter } from '../../../../src/runner/worker/stack.ts'
import { createTracer } from '../../../../src/runner/worker/tracer.ts'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import type { Preview } from '../../../../src/trace/preview.ts'

export function startTracer() {
  const events: TraceEvent[] = []
  const toReport = createErrorReporter('{"version":3,"sources":[],"names":[],"mappings":""}', { lineOffset: 0 })
  const emit = (event: TraceEvent) => {
    // A test may have replaced `push`.
    events[events.length] = event
  }
  const tracer = createTracer({ emit, toReport })
  const place = [1, 2, 3, 4] as const
  return {
    ...tracer,
    events,
    /** As the static block of a class does. */
    create: (created: object, key = 'main.ts') => tracer.probes.class(created, key, place),
    check: (left: unknown, right: unknown) => tracer.probes.instanceof(left, right, 'main.ts', place),
    /** The picture of a value as the console shows it. */
    preview: (value: unknown): Preview => {
      tracer.console.log(value)
      const line = events.at(-1)
      const picture = line?.kind === 'console' ? line.values[0] : undefined
      if (picture === undefined) throw new Error('The console reported no value.')
      return picture
    },
    created: () => events.filter((event) => event.kind === 'class-created'),
    checks: () => events.filter((event) => event.kind === 'instanceof-checked'),
  }
}
