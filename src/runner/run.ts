/** What it means to run a program, wherever it runs: the interface, and the one place where a run is watched and settled. */
import type { Outcome, TraceEvent } from '../trace/events.ts'
import { createInbox } from './inbox.ts'
import type { Limits, Port, Program, RunId, RunMessage } from './protocol.ts'

export interface RunRequest {
  readonly program: Program
  readonly limits: Limits
  /** Aborting stops the run at once: the outcome is `stopped` by the reader. */
  readonly signal: AbortSignal
  readonly onEvents: (events: readonly TraceEvent[]) => void
}

export interface Runner {
  readonly run: (request: RunRequest) => Promise<Outcome>
  readonly dispose: () => void
}

/** A fresh, isolated place for one run, and the way to end it however busy it is. */
export interface Cell {
  readonly port: Port
  readonly terminate: () => void
  /** Calls back once if the place itself dies, e.g. out of memory. */
  readonly onDeath: (listener: (why: string) => void) => void
}

/**
 * Makes a runner out of a way to open cells. Every run gets a cell of its own, with its own port and its own watchdog:
 * whatever an earlier run still sends, it can neither settle nor disturb a later one.
 */
export function createRunner(openCell: () => Promise<Cell>, onDispose: () => void = () => undefined): Runner {
  let lastRun = 0
  const running = new Set<AbortController>()

  return {
    run: async (request) => {
      lastRun += 1
      const disposal = new AbortController()
      running.add(disposal)
      try {
        const signal = AbortSignal.any([request.signal, disposal.signal])
        return await runInCell(openCell, { ...request, signal }, lastRun as RunId)
      } finally {
        running.delete(disposal)
      }
    },
    dispose: () => {
      for (const run of running) run.abort()
      onDispose()
    },
  }
}

async function runInCell(openCell: () => Promise<Cell>, request: RunRequest, run: RunId): Promise<Outcome> {
  if (request.signal.aborted) return { kind: 'stopped', by: 'reader' }
  const cell = await openCell()
  try {
    return await settle(cell, request, run)
  } finally {
    cell.terminate()
  }
}

function settle(cell: Cell, { program, limits, signal, onEvents }: RunRequest, run: RunId): Promise<Outcome> {
  return new Promise((resolve) => {
    let settled = false
    const finish = (outcome: Outcome) => {
      if (settled) return
      settled = true
      clearTimeout(watchdog)
      signal.removeEventListener('abort', stop)
      resolve(outcome)
    }
    const stop = () => finish({ kind: 'stopped', by: 'reader' })
    const watchdog = setTimeout(() => finish({ kind: 'stopped', by: 'watchdog' }), limits.time)

    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    const fail = (message: string) =>
      finish({ kind: 'failed', error: { name: 'RunnerError', message, frames: [], cause: null } })
    cell.onDeath(fail)
    const read = createInbox(run, limits)
    cell.port.addEventListener('message', ({ data }) => {
      if (settled) return
      const incoming = read(data)
      if (incoming.kind === 'violation') return fail(incoming.why)
      const { message } = incoming
      if (message.type === 'events') onEvents(message.events)
      else finish(message.outcome)
    })
    cell.port.start()
    cell.port.postMessage({ type: 'run', run, program, limits } satisfies RunMessage)
  })
}
