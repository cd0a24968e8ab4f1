/** The drawing of the modules: boxes that do not overlap, and lines that end at the right print. */
import { describe, expect, test } from 'vitest'
import { NARROW, type Scale, WIDE } from '../../../../../src/components/lab/xray/module-boxes.ts'
import { layOutModules, type ModuleLayout } from '../../../../../src/components/lab/xray/module-layout.ts'
import { textColumns, wrapPath } from '../../../../../src/components/lab/xray/module-text-lines.ts'
import { type ImportedModules, mapOf } from '../../../../support/imported-modules.ts'

const PLUGIN = 'node_modules/distributed/diagnostics/plugin.ts'
const LINKED = 'node_modules/dask/distributed/diagnostics/plugin.ts'

const PROGRAM: ImportedModules = [
  ['main.ts', ['node_modules/distributed/index.ts', 'monitor.ts']],
  ['node_modules/distributed/index.ts', [PLUGIN, 'node_modules/distributed/a.ts', 'node_modules/distributed/b.ts']],
  ['node_modules/distributed/a.ts', [PLUGIN]],
  ['node_modules/distributed/b.ts', ['node_modules/distributed/a.ts']],
  [PLUGIN, []],
  ['monitor.ts', [LINKED]],
  [LINKED, [], PLUGIN],
]

/** One line passes beside the words of the other. */
const SUFFIXED: ImportedModules = [
  ['main.ts', ['plugin.ts', 'monitor.ts', 'worker.ts']],
  ['worker.ts', ['plugin.ts']],
  ['plugin.ts', []],
  ['monitor.ts', ['plugin.ts?v=2']],
  ['plugin.ts?v=2', [], 'plugin.ts'],
]

function draw(program: ImportedModules, scale: Scale): ModuleLayout {
  return layOutModules(mapOf(program), { scale, restLabel: ({ modules }) => `${modules.length} more modules` })
}

type Place = readonly [x: number, y: number]

/** Where a line starts and where its arrow points to. */
function endsOf(path: string): readonly Place[] {
  const points = pointsOf(path)
  const [start, tip] = [points[0], points.at(-1)]
  if (start === undefined || tip === undefined) throw new Error(`"${path}" is no arrow.`)
  return [start, tip]
}

function pointsOf(text: string): readonly Place[] {
  return [...text.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
}

/** Places along a line, close to each other. */
function along(path: string): readonly Place[] {
  const parts = [...path.matchAll(/[MLC][^MLC]*/g)].map(([text]) => pointsOf(text))
  return parts.slice(1).flatMap((part, index) => {
    const start = parts[index]?.at(-1) ?? [0, 0]
    const end = part.at(-1) ?? start
    const [first, second] = part.length === 3 ? [part[0] ?? start, part[1] ?? end] : [start, end]
    return Array.from({ length: 21 }, (_, step) => bezier([start, first, second, end], step / 20))
  })
}

function bezier([a, b, c, d]: readonly [Place, Place, Place, Place], t: number): Place {
  const at = (axis: 0 | 1) =>
    (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis]
  return [at(0), at(1)]
}

describe.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('a %s drawing', (_, scale) => {
  const { nodes, edges, width, height } = draw(PROGRAM, scale)
  const sheet = nodes.find((placed) => 'columns' in placed && placed.columns.length === 2)

  test('has boxes that lie inside of it and do not overlap', () => {
    for (const [index, one] of nodes.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0)
      expect(one.x + one.width).toBeLessThanOrEqual(width)
      expect(one.y + one.height).toBeLessThanOrEqual(height)
      for (const other of nodes.slice(index + 1)) {
        const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x
        const isAbove = one.y + one.height <= other.y || other.y + other.height <= one.y
        expect(isBeside || isAbove).toBe(true)
      }
    }
  })

  test('leads each line to its own print', () => {
    if (sheet === undefined || !('columns' in sheet)) throw new Error('The doubled file is no sheet with two prints.')
    const [first, second] = sheet.columns
    const border = sheet.x + scale.sheetPad + (first?.width ?? 0) + scale.sheetPad / 2
    const tipOf = (key: string) =>
      edges.filter(({ edge }) => edge.to.key === key).map(({ arrow }) => endsOf(arrow.line)[1])
    expect(tipOf(PLUGIN)).toHaveLength(2)
    expect(tipOf(LINKED)).toHaveLength(1)
    for (const tip of tipOf(PLUGIN)) expect(tip?.[0]).toBeLessThan(border)
    for (const tip of tipOf(LINKED)) expect(tip?.[0]).toBeGreaterThan(border)
    expect(sheet.width).toBeCloseTo((first?.width ?? 0) + (second?.width ?? 0) + 3 * scale.sheetPad)
  })

  test('starts each line at the lower edge of its box', () => {
    const boxes = new Map(nodes.map((placed) => [placed.node.id, placed]))
    for (const { edge, arrow } of edges) {
      const [from, to] = [boxes.get(edge.from.node), boxes.get(edge.to.node)]
      const [start, tip] = endsOf(arrow.line)
      expect(start?.[1]).toBeCloseTo((from?.y ?? 0) + (from?.height ?? 0), 0)
      expect(tip?.[1]).toBeCloseTo(to?.y ?? 0, 0)
    }
  })

  test('says by which words the project doubles the file', () => {
    const label = edges.find(({ edge }) => edge.to.key === LINKED)?.label
    expect(label?.lines.join('')).toBe('dask/distributed/diagnostics/plugin.ts')
  })
})

test.each([
  ['wide', WIDE],
  ['narrow', NARROW],
])('a %s drawing leads no line under the words of another', (_, scale) => {
  const { edges } = draw(SUFFIXED, scale)
  const words = edges.flatMap(({ edge, label }) => (label === null ? [] : [{ edge, ...label }]))
  expect(words.length).toBeGreaterThan(0)
  for (const { edge, x, y, lines } of words) {
    const [halfWide, halfHigh] = [Math.max(...lines.map(textColumns)) * 3.6, lines.length * 7.5]
    const isUnder = ([px, py]: Place) => Math.abs(px - x) < halfWide && Math.abs(py - y) < halfHigh - 1
    const others = edges.filter((other) => other.edge !== edge)
    expect(others.filter(({ arrow }) => along(arrow.line).some(isUnder)).map((other) => other.edge)).toEqual([])
  }
})

/** A doubled file far to the side of what imports it, and words just above its print. */
const FAR_APART: ImportedModules = [
  ['main.ts', [...['a.ts', 'b.ts', 'c.ts', 'd.ts'], 'monitor.ts']],
  ...['a.ts', 'b.ts', 'c.ts', 'd.ts'].map((name) => [name, [PLUGIN]] as const),
  [PLUGIN, []],
  ['monitor.ts', [LINKED]],
  [LINKED, [], PLUGIN],
]

test.each([
  ['wide', PROGRAM, WIDE],
  ['narrow', PROGRAM, NARROW],
  ['wide and large', FAR_APART, WIDE],
])('a %s drawing has no line that is nearly flat', (_, program, scale) => {
  const { edges } = draw(program, scale)
  const curves = edges.flatMap(({ arrow }) =>
    [...arrow.line.matchAll(/([^LC]+)(?=C)C([^LC]+)/g)].map(([, before = '', curve = '']) => {
      const [start, end] = [pointsOf(before).at(-1) ?? [0, 0], pointsOf(curve).at(-1) ?? [0, 0]]
      return { aside: Math.abs(end[0] - start[0]), down: Math.abs(end[1] - start[1]) }
    }),
  )
  expect(curves.some(({ aside }) => aside > 60)).toBe(true)
  for (const { aside, down } of curves) expect(down + 0.2).toBeGreaterThanOrEqual(Math.min(40, aside * 0.16))
})

test('a phone has room for the narrow drawing', () => {
  expect(draw(PROGRAM, NARROW).width).toBeLessThanOrEqual(328)
})

test('the order of its boxes is that in which they are read', () => {
  const { nodes } = draw(PROGRAM, WIDE)
  expect(nodes.map(({ y }) => y)).toEqual(nodes.map(({ y }) => y).toSorted((one, other) => one - other))
  expect(nodes[0]?.node.id).toBe('sheet main.ts')
})

test('two modules that import each other have a line each way', () => {
  const { edges } = draw(
    [
      ['main.ts', ['other.ts']],
      ['other.ts', ['main.ts']],
    ],
    WIDE,
  )
  const [[, down] = [], [up] = []] = edges.map(({ arrow }) => endsOf(arrow.line))
  expect(edges).toHaveLength(2)
  expect(down?.[1]).toBe(up?.[1])
  expect(Math.abs((down?.[0] ?? 0) - (up?.[0] ?? 0))).toBeGreaterThan(10)
})

test.each([
  ['main.ts', 20, ['main.ts']],
  ['dask/distributed/diagnostics/plugin.ts', 21, ['dask/distributed/', 'diagnostics/plugin.ts']],
  ['a/very-long-name-without-end.ts', 10, ['a/', 'very-long-', 'name-witho', 'ut-end.ts']],
  ['名字/很长很长.ts', 6, ['名字/', '很长很', '长.ts']],
  ['plugin.ts?via=dask', 17, ['plugin.ts', '?via=dask']],
  ['', 10, ['']],
])('%s in lines of %i columns is %j', (path, most, lines) => {
  expect(wrapPath(path, most)).toEqual(lines)
  expect(wrapPath(path, most).every((line) => textColumns(line) <= most)).toBe(true)
})
