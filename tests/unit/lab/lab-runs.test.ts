/** Runs of labs for whoever draws them without a reader. */
import { expect, test } from 'vitest'
import { createLabRuns } from '../../../src/lab/lab-runs-node.ts'
import { foldClasses } from '../../../src/trace/model/classes.ts'

const LAB = 'impossible-error/register'
const runs = createLabRuns(process.cwd())

test('a lab is run as it starts and as it is mended, each once', async () => {
  const start = await runs.of(LAB, 'start')
  const solution = await runs.of(LAB, 'solution')
  const twins = ({ events }: typeof start) => foldClasses(events).twins.map(({ name }) => name)
  expect(twins(start)).toContain('WorkerPlugin')
  expect(twins(solution)).not.toContain('WorkerPlugin')
  expect(await runs.of(LAB, 'start')).toBe(start)
  expect(start.bundle.modules.map(({ key }) => key)).toContain('monitor.ts')
})

test('a lab that is not there is named', async () => {
  await expect(runs.of('impossible-error/nowhere', 'start')).rejects.toThrow(
    'There is no lab "impossible-error/nowhere"',
  )
})
