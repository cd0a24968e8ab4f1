/** Draws rows apart where a line runs far from side to side between them: a line that is nearly flat is read as a border. */
import { type Point, turnsOf } from './module-arrow.ts'
import type { Drawing } from './module-moves.ts'
import type { Way } from './module-ways.ts'

/** How much a line falls, of what it runs sideways. */
const SLOPE = 0.16
/** Beyond this a line is seen to fall, however far it runs. */
const MOST = 40

/** @param ways the lines of this very drawing */
export function spreadRows<D extends Drawing & { readonly height: number }>(drawing: D, ways: readonly Way[]): D {
  const rows = rowsOf(drawing)
  const bandOf = (y: number) => rows.filter((row) => row < y).length
  // Of the band above each row, the last one below all.
  const lacking = Array.from({ length: rows.length + 1 }, () => 0)
  for (const { ends, points } of ways) {
    const turns = turnsOf(ends, points)
    for (const [index, next] of turns.slice(1).entries()) {
      const before = turns[index] ?? next
      const band = bandOf((before.y + next.y) / 2)
      lacking[band] = Math.max(lacking[band] ?? 0, lackOf(before, next))
    }
  }
  const shiftAt = (y: number) => sumOf(lacking.slice(0, bandOf(y - 1) + 1))
  const move = <T extends Point>(point: T): T => ({ ...point, y: point.y + shiftAt(point.y) })
  return {
    ...drawing,
    height: drawing.height + sumOf(lacking),
    nodes: drawing.nodes.map((node) => ({ ...node, y: node.y + shiftAt(node.y + node.height / 2) })),
    routes: drawing.routes.map((route) => ({ ...route, points: route.points.map(move), middle: move(route.middle) })),
  }
}

function lackOf(one: Point, other: Point): number {
  const wanted = Math.min(MOST, Math.abs(one.x - other.x) * SLOPE)
  return Math.max(0, wanted - Math.abs(one.y - other.y))
}

/** The heights of the rows: of boxes, of words, and of the points that lines go by. */
function rowsOf({ nodes, routes }: Drawing): readonly number[] {
  const boxes = nodes.map(({ y, height }) => y + height / 2)
  const passed = routes.flatMap(({ points, middle }) => [...points.slice(1, -1), middle].map(({ y }) => y))
  return [...new Set([...boxes, ...passed].map(Math.round))].toSorted((one, other) => one - other)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
