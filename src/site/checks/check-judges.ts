/** Runs the start of every lab, and holds its stated prediction and its goals to that run. */
import { startNodeBundler } from '../../bundler/bundler-node.ts'
import { listLabs, readLab, readPackageShelf } from '../../lab/content-node.ts'
import type { LabJudge, ProgramRun } from '../../lab/goals.ts'
import { type Engine, runProgram } from '../../lab/judge.ts'
import { loadJudge } from '../../lab/judge-node.ts'
import type { Lab } from '../../lab/lab.ts'
import { projectOf } from '../../lab/project.ts'
import { DEFAULT_LIMITS } from '../../runner/protocol.ts'
import { startNodeRunner } from '../../runner/runner-node.ts'
import type { Problem } from './problem.ts'

export async function checkJudges(root: string): Promise<readonly Problem[]> {
  const engine = { bundler: startNodeBundler(), runner: startNodeRunner() }
  try {
    const problems = await Promise.all(listLabs(root).map((id) => checkJudge(root, readLab(root, id), engine)))
    return problems.flat()
  } finally {
    engine.bundler.dispose()
    engine.runner.dispose()
  }
}

async function checkJudge(root: string, lab: Lab, engine: Engine): Promise<readonly Problem[]> {
  const signal = new AbortController().signal
  const project = projectOf(lab.config, lab.start)
  const shown = await runProgram(engine, { shelf: readPackageShelf(root) }, { project, limits: DEFAULT_LIMITS, signal })
  return judgeProblems(lab, await loadJudge(root, lab), shown)
}

/** @param shown the run of the program as the reader meets it */
export function judgeProblems(
  { id, config }: Pick<Lab, 'id' | 'config'>,
  { goals, predict }: LabJudge,
  shown: ProgramRun,
): readonly Problem[] {
  const file = `content/labs/${id}/goals.ts`
  const unchecked = config.goals.filter((goal) => goals[goal] === undefined)
  const unlisted = Object.keys(goals).filter((goal) => !config.goals.includes(goal))
  return [
    ...unchecked.map((goal) => ({
      ...{ file, line: null, problem: `The goal "${goal}" of lab.yaml has no check.` },
      next: 'Add one to the export "goals".',
    })),
    ...unlisted.map((goal) => ({
      ...{ file, line: null, problem: `There is a check for "${goal}", which lab.yaml does not list.` },
      next: 'List it there, or remove the check.',
    })),
    ...predictionProblems(`content/labs/${id}/lab.yaml`, config.prediction.answer, predict(shown)),
  ]
}

function predictionProblems(file: string, stated: string, found: string): readonly Problem[] {
  if (found === stated) return []
  const problem = `The stated answer is "${stated}", and running the start shows "${found}".`
  return [{ file, line: null, problem, next: 'Mend the answer, or the program.' }]
}
