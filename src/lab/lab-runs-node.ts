/** Runs labs as they start or as they are mended, each once, for whoever draws them without a reader. */
import { DEFAULT_LIMITS } from '../runner/protocol.ts'
import type { TraceEvent } from '../trace/events.ts'
import { readLab, readLabKit, readPackageShelf } from './content-node.ts'
import { type Bundle, type Engine, runProgram } from './judge.ts'
import type { Lab, LabId } from './lab.ts'
import { projectOf } from './project.ts'
import { createSharedEngine } from './shared-engine-node.ts'

export type RunOf = 'start' | 'solution'

/** A run that came to an end, and the bundle that it was made of. */
export interface LabRun {
  readonly lab: Lab
  readonly events: readonly TraceEvent[]
  readonly bundle: Bundle
}

export interface LabRuns {
  readonly of: (id: LabId, run: RunOf) => Promise<LabRun>
}

/** @param root the repository's folder */
export function createLabRuns(root: string): LabRuns {
  const engine = createSharedEngine()
  const runs = new Map<string, Promise<LabRun>>()
  return {
    of: (id, run) => {
      const key = `${run} ${id}`
      const known = runs.get(key) ?? engine.use((shared) => runLab(shared, root, { id, run }))
      runs.set(key, known)
      return known
    },
  }
}

async function runLab(
  engine: Engine,
  root: string,
  { id, run }: { readonly id: LabId; readonly run: RunOf },
): Promise<LabRun> {
  const lab = readLab(root, id)
  const files = run === 'start' ? lab.start : { ...lab.start, ...readLabKit(root, lab).solution }
  const bundles: Bundle[] = []
  const ran = await runProgram(
    engine,
    { shelf: readPackageShelf(root) },
    {
      project: projectOf(lab.config, files),
      limits: DEFAULT_LIMITS,
      signal: new AbortController().signal,
      observer: { onBundled: (bundle) => bundles.push(bundle), onEvents: () => undefined },
    },
  )
  const [bundle] = bundles
  if (ran.kind === 'rejected' || bundle === undefined || ran.trace.outcome.kind === 'stopped')
    throw new Error(`Lab "${id}": its ${run} gives no run that ends. "npm run lab -- ${id}" shows what it does.`)
  return { lab, events: ran.trace.events, bundle }
}
