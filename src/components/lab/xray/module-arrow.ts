/** Draws one import as a line with an arrow head, from the edge of one box to the edge of another. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface ArrowEnd {
  readonly box: { readonly y: number; readonly height: number }
  /** Where on the upper or lower edge of its box the line ends. */
  readonly x: number
}

/** The data of two SVG paths. */
export interface Arrow {
  readonly line: string
  readonly head: string
}

/** How far a line runs straight up or down where it leaves or meets a box. */
const STEM = 11

interface Ends {
  readonly from: ArrowEnd
  readonly to: ArrowEnd
}

/** @param way the points that the line must go by */
export function drawArrow(ends: Ends, way: readonly Point[]): Arrow {
  const { start, end, sign } = edgesOf(ends)
  const head = `M${at({ x: end.x - 4, y: end.y - sign * 7 })}L${at(end)}L${at({ x: end.x + 4, y: end.y - sign * 7 })}`
  const turns = turnsOf(ends, way)
  return { line: `M${at(start)}L${at(turns[0] ?? start)}${curves(turns)}L${at(end)}`, head }
}

/** The points between which the line may turn: behind its stem, by its way, and before its head. */
export function turnsOf(ends: Ends, way: readonly Point[]): readonly Point[] {
  const { start, end, sign } = edgesOf(ends)
  return [{ x: start.x, y: start.y + sign * STEM }, ...way, { x: end.x, y: end.y - sign * STEM }]
}

function edgesOf({ from, to }: Ends) {
  const isDown = from.box.y < to.box.y
  return {
    start: { x: from.x, y: isDown ? from.box.y + from.box.height : from.box.y },
    end: { x: to.x, y: isDown ? to.box.y : to.box.y + to.box.height },
    sign: isDown ? 1 : -1,
  }
}

/** From point to point, upright at each: a line never turns inside a box or under its words. */
function curves(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((point, index) => {
      const before = points[index] ?? point
      const middle = (before.y + point.y) / 2
      return `C${at({ x: before.x, y: middle })} ${at({ x: point.x, y: middle })} ${at(point)}`
    })
    .join('')
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
}
