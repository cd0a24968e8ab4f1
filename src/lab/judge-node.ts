/** Loads a lab's checks in Node. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LabJudge } from './goals.ts'
import type { Lab } from './lab.ts'

export async function loadJudge(root: string, { id }: Lab): Promise<LabJudge> {
  return import(pathToFileURL(join(root, 'content/labs', id, 'goals.ts')).href)
}
