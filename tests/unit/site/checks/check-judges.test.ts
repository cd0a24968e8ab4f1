import { expect, test } from 'vitest'
import { MET } from '#src/lab/goals.ts'
import { labConfigSchema } from '#src/lab/lab.ts'
import { judgeProblems } from '#src/site/checks/check-judges.ts'
import { problemText } from '#src/site/checks/problem.ts'

const config = labConfigSchema.parse({
  ...{ dask: '2024.7.1', entry: 'main.ts', focus: 'main.ts', files: ['main.ts'] },
  prediction: { options: ['yes', 'no'], answer: 'yes' },
  goals: ['one', 'two'],
})
const lab = { id: 'lesson/lab', config } as const
const shown = { kind: 'rejected', diagnostics: [] } as const
const met = () => MET

test('a judge that knows every goal and finds the stated answer has no problem', () => {
  expect(judgeProblems(lab, { goals: { one: met, two: met }, predict: () => 'yes' }, shown)).toEqual([])
})

test('a wrong prediction, a goal without a check and a check without a goal are named', () => {
  const problems = judgeProblems(lab, { goals: { one: met, three: met }, predict: () => 'no' }, shown)
  expect(problems.map(problemText)).toEqual([
    'content/labs/lesson/lab/goals.ts: The goal "two" of lab.yaml has no check. Add one to the export "goals".',
    'content/labs/lesson/lab/goals.ts: There is a check for "three", which lab.yaml does not list. List it there, or remove the check.',
    'content/labs/lesson/lab/lab.yaml: The stated answer is "yes", and running the start shows "no". Mend the answer, or the program.',
  ])
})
