/** Finds the way of each line of the drawing: from port to port, past boxes and words. */
import type { MapEnd } from '../../../trace/model/module-map.ts'
import type { ArrowEnd, Point } from './module-arrow.ts'
import { middleOfPrint, type Scale, sizeLabel } from './module-boxes.ts'
import type { Drawing, PlacedNode, Route } from './module-moves.ts'

/** One line: where it starts and ends, and the points that it must go by. */
export interface Way {
  readonly route: Route
  readonly ends: Ends
  readonly points: readonly Point[]
}

interface Ends {
  readonly from: ArrowEnd
  readonly to: ArrowEnd
}

/** A line that goes back up stands beside those that come down. */
const BACK = 14
/** A step aside that is shorter is taken out: the line starts or ends beside the middle. */
const KINK = 10

/** So far, at most, is a line moved to the side to spare it a step, and so far it stays from what it passes. */
const STEP = 14
const CLEAR = 5

export function waysOf({ nodes, routes }: Drawing, scale: Scale): readonly Way[] {
  const byId = new Map(nodes.map((node) => [node.node.id, node]))
  const words = routes.flatMap(({ middle, lines }) => (lines === null ? [] : [boxOfLabel(middle, lines)]))
  const obstacles = [...nodes.map((node) => ({ ...node, middle: null })), ...words]
  return routes.map((route) => {
    const { from, to } = route.edge
    const ends = portsOf({ from: endOf(from, byId, scale), to: endOf(to, byId, scale) })
    const others = obstacles.filter(({ middle }) => middle !== route.middle)
    const way = smooth(route.points.slice(1, -1), others)
    const points = areNeighbours(ends, obstacles) ? [] : passRows(way, obstacles, ends)
    return { route, points, ends: straighten(ends, points) }
  })
}

/** Where a line meets a box: above or below the middle of the print that it is about. */
export function endOf({ node, key }: MapEnd, nodes: ReadonlyMap<string, PlacedNode>, { sheetPad }: Scale): ArrowEnd {
  const box = nodes.get(node)
  if (box === undefined) throw new Error(`The drawing has a line to "${node}", which is not in it.`)
  const isOfPrint = 'columns' in box && key !== null && box.columns.length > 1
  return { box, x: box.x + (isOfPrint ? middleOfPrint(box, key, sheetPad) : box.width / 2) }
}

function portsOf({ from, to }: Ends): Ends {
  if (from.box.y < to.box.y) return { from, to }
  return { from: { ...from, x: from.x + BACK }, to: { ...to, x: to.x + BACK } }
}

function straighten({ from, to }: Ends, points: readonly Point[]): Ends {
  const toward = (end: ArrowEnd, x: number) => (Math.abs(end.x - x) <= KINK ? { ...end, x } : end)
  const start = toward(from, points[0]?.x ?? to.x)
  return { from: start, to: toward(to, points.at(-1)?.x ?? start.x) }
}

/** What a line must not run under: a box, or the words on a line. */
interface Obstacle extends Point {
  readonly width: number
  readonly height: number
  /** Of the words on a line. */
  readonly middle: Point | null
}

function boxOfLabel(middle: Point, lines: readonly string[]): Obstacle {
  const { width, height } = sizeLabel(lines)
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height, middle }
}

/** Takes short steps aside out of a way, where nothing stands in it. */
function smooth(way: readonly Point[], obstacles: readonly Obstacle[]): readonly Point[] {
  const smoothed: Point[] = []
  for (const point of way) {
    const x = smoothed.at(-1)?.x ?? point.x
    const isFree = obstacles.every(
      (one) => Math.abs(one.y + one.height / 2 - point.y) >= 1 || x < one.x - CLEAR || x > one.x + one.width + CLEAR,
    )
    smoothed.push(isFree && Math.abs(x - point.x) <= STEP ? { x, y: point.y } : point)
  }
  return smoothed
}

/** Whether nothing lies between the heights of two boxes, so that a line needs no way around. */
function areNeighbours({ from, to }: Ends, obstacles: readonly Obstacle[]): boolean {
  const [upper, lower] = from.box.y < to.box.y ? [from.box, to.box] : [to.box, from.box]
  return obstacles.every(({ y, height }) => y + height <= upper.y + upper.height || y >= lower.y)
}

/** Straight past a row of boxes or of words, from the edge where it comes to the edge where it leaves, before the line turns. */
function passRows(way: readonly Point[], obstacles: readonly Obstacle[], { from, to }: Ends): readonly Point[] {
  const sign = from.box.y < to.box.y ? 1 : -1
  return way.flatMap(({ x, y }) => {
    const row = obstacles.filter((one) => Math.abs(one.y + one.height / 2 - y) < 1)
    const half = Math.max(0, ...row.map(({ height }) => height / 2)) * sign
    return half === 0
      ? [{ x, y }]
      : [
          { x, y: y - half },
          { x, y: y + half },
        ]
  })
}
