/** Programs that nobody thought of do the same with probes as without. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runPlain, runTraced } from '../../support/small-program.ts'
import { generatedProgram } from './generated-program.ts'

test('a generated program prints and throws with probes what it prints and throws without', async () => {
  await fc.assert(
    fc.asyncProperty(generatedProgram, async (text) => {
      const plain = await runPlain({ 'main.js': text })
      const traced = await runTraced({ 'main.js': text })
      expect(traced.lines).toEqual(plain.lines)
      expect(nameAndMessage(traced.thrown)).toEqual(nameAndMessage(plain.thrown))
      expect(linesOf(traced.thrown)).toEqual(linesOf(plain.thrown))
    }),
    { numRuns: 120 },
  )
})

type Thrown = Awaited<ReturnType<typeof runPlain>>['thrown']

function nameAndMessage(thrown: Thrown) {
  return thrown && [thrown.name, thrown.message]
}

function linesOf(thrown: Thrown) {
  return thrown?.frames.map(({ line }) => line)
}
