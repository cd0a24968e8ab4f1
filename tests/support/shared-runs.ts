/** An engine that does nothing twice: equal files give equal bundles and equal events, and most answers to a lab share some of their programs. */
import { createHash } from 'node:crypto'
import type { Engine } from '../../src/lab/judge.ts'
import type { Outcome, TraceEvent } from '../../src/trace/events.ts'

export function sharingRuns({ bundler, runner }: Engine): Engine {
  const bundles = new Map<string, ReturnType<Engine['bundler']['bundle']>>()
  const runs = new Map<string, Promise<{ readonly outcome: Outcome; readonly events: readonly TraceEvent[] }>>()

  return {
    bundler: {
      ...bundler,
      bundle: (request, signal) => once(bundles, hashOf(request), () => bundler.bundle(request, signal)),
    },
    runner: {
      ...runner,
      run: async (request) => {
        const { outcome, events } = await once(runs, hashOf([request.program.code, request.limits]), async () => {
          const events: TraceEvent[] = []
          const outcome = await runner.run({ ...request, onEvents: (batch) => events.push(...batch) })
          return { outcome, events }
        })
        request.onEvents(events)
        return outcome
      },
    },
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}
