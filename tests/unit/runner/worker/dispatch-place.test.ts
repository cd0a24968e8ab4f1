/** A dispatch is reported at the line of the project that led to it. */
import { expect, test } from 'vitest'
import { runTraced } from '../../../support/small-program.ts'

const KIT = 'node_modules/kit/dispatch.js'
const KIT_TEXT = `
function report(value) {
  const report = { kind: 'dispatched', function: 'register', value, arms: [], hops: [], chosen: null }
  __doppelclass.host.report(report)
}
export const register = (value) => report(value)
export const registerLater = async (value) => { await null; report(value) }
`

async function placesIn(main: string) {
  const { events, thrown } = await runTraced({ 'main.ts': main, 'plugins/own.ts': OWN, [KIT]: KIT_TEXT })
  expect(thrown).toBeNull()
  return events.flatMap((event) =>
    event.kind === 'dispatched' ? [event.at === null ? null : `${event.at.file}:${event.at.line}`] : [],
  )
}

const OWN = `import { register } from '../${KIT}'
export function start() {
  register(1)
}`

test('where it was called, not where the package dispatched', async () => {
  const main = `import { register } from './${KIT}'
import { start } from './plugins/own.ts'
register(1)
start()
for (const value of [1, 2]) {
  register(value)
}`
  expect(await placesIn(main)).toEqual(['main.ts:3', 'plugins/own.ts:3', 'main.ts:6', 'main.ts:6'])
})

test('where the program awaits it', async () => {
  const main = `import { registerLater } from './${KIT}'
async function run() {
  await registerLater(1)
}
await run()`
  expect(await placesIn(main)).toEqual(['main.ts:3'])
})

test('nowhere, where the program would see that its stack was read', async () => {
  const main = `import { register } from './${KIT}'
let asked = 0
const before = Error.prepareStackTrace
Error.prepareStackTrace = () => { asked += 1; return '' }
register(1)
Error.prepareStackTrace = before
if (asked > 0) throw new Error('The program was asked for a stack.')`
  expect(await placesIn(main)).toEqual([null])
})
