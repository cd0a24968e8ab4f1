/** The runs of labs from which a build draws. One for all pages, so that no lab is run twice. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LabRuns } from '../lab/lab-runs-node.ts'

/** Loaded as it lies in the repository: it starts threads from the files beside it, which a bundled copy has not. */
const FILE = 'src/lab/lab-runs-node.ts'

let runs: Promise<LabRuns> | undefined

export function labRuns(root: string): Promise<LabRuns> {
  runs ??= loadRuns(root)
  return runs
}

async function loadRuns(root: string): Promise<LabRuns> {
  const file: typeof import('../lab/lab-runs-node.ts') = await import(
    /* @vite-ignore */ pathToFileURL(join(root, FILE)).href
  )
  return file.createLabRuns(root)
}
