/** What the view of modules says of a run: in register only where no two modules stand against each other. */
import { expect, test } from 'vitest'
import { namesApart } from '../../../../../src/components/lab/xray/module-wanted.ts'
import { sayRegister } from '../../../../../src/components/lab/xray/module-words.ts'
import { en } from '../../../../../src/i18n/lab/en.ts'
import { foldChecks } from '../../../../../src/trace/model/checks.ts'
import { foldClasses } from '../../../../../src/trace/model/classes.ts'
import { buildModuleGraph } from '../../../../../src/trace/model/module-graph.ts'
import { foldModules } from '../../../../../src/trace/model/modules.ts'
import { runTraced } from '../../../../support/small-program.ts'

const SHAPE = 'export class Shape {}'

async function verdictOn(modules: Parameters<typeof runTraced>[0]): Promise<string> {
  const { events } = await runTraced(modules)
  const apart = namesApart(foldClasses(events), foldChecks(events))
  return sayRegister(buildModuleGraph([], foldModules(events)), apart, en)
}

test('two modules whose classes a check mistook for one are named', async () => {
  const verdict = await verdictOn({
    'main.ts': `import { Shape } from 'one.ts'\nimport { Shape as Other } from 'two.ts'\nnew Other() instanceof Shape`,
    'one.ts': SHAPE,
    'two.ts': SHAPE,
  })
  expect(verdict).toBe('No file is loaded twice, yet different modules make classes of the same name: Shape.')
})

test('two modules that nobody compares are in register', async () => {
  const main = `import { Shape } from 'one.ts'\nimport 'two.ts'\nnew Shape() instanceof Shape`
  expect(await verdictOn({ 'main.ts': main, 'one.ts': SHAPE, 'two.ts': SHAPE })).toBe(en.modulesInRegister)
})

test('two classes of one module are no matter of its modules', async () => {
  const main = `const make = () => class Shape {}\nnew (make())() instanceof make()`
  expect(await verdictOn({ 'main.ts': main })).toBe(en.modulesInRegister)
})
