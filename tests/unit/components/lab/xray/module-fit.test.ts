/** A drawing of modules takes the room that there is: smaller, and in more rows, before it scrolls. */
import { expect, test } from 'vitest'
import { NARROW, WIDE } from '../../../../../src/components/lab/xray/module-boxes.ts'
import { layOutToFit } from '../../../../../src/components/lab/xray/module-fit.ts'
import { type ImportedModules, mapOf } from '../../../../support/imported-modules.ts'

const SUFFIXED = 'distributed/plugin.ts?via=dask'
/** More in a row than a panel is wide, and a file of two keys among them. */
const BROAD: ImportedModules = [
  ['main.ts', ['explain.ts', 'plugins.ts', 'distributed/plugin.ts']],
  ['explain.ts', ['origins.ts']],
  ['plugins.ts', ['distributed/plugin.ts', SUFFIXED, 'gadgets/plugin.ts']],
  ['distributed/plugin.ts', ['origins.ts']],
  [SUFFIXED, ['origins.ts'], 'distributed/plugin.ts'],
  ['gadgets/plugin.ts', ['origins.ts']],
  ['origins.ts', []],
]
const PHONE = 326

function drawIn(program: ImportedModules, room: number) {
  return layOutToFit(mapOf(program), { room, restLabel: ({ modules }) => `${modules.length} more modules` })
}

test('where there is room, every import that leads to a module has its words', () => {
  const { layout, scale } = drawIn(BROAD, 2_000)
  expect(scale).toBe(WIDE)
  expect(layout.edges.filter(({ label }) => label !== null).length).toBeGreaterThan(4)
})

test.each([PHONE, 496])('a broad program fits a room of %i, with its boxes apart', (room) => {
  const { layout } = drawIn(BROAD, room)
  expect(layout.width).toBeLessThanOrEqual(room)
  for (const [index, one] of layout.nodes.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0)
    expect(one.x + one.width).toBeLessThanOrEqual(layout.width)
    for (const other of layout.nodes.slice(index + 1)) {
      const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x
      const isAbove = one.y + one.height <= other.y || other.y + other.height <= one.y
      expect(isBeside || isAbove).toBe(true)
    }
  }
})

test('where nothing helps, it is the smallest and scrolls', () => {
  const { layout, scale } = drawIn(BROAD, 100)
  expect(scale).toBe(NARROW)
  expect(layout.width).toBeGreaterThan(100)
  expect(layout.width).toBeLessThan(PHONE)
})
