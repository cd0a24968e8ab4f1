/** Moves what dagre has placed from side to side, lines and words with it: dagre leaves room where nobody needs it. */
import type { MapEdge } from '../../../trace/model/module-map.ts'
import type { Point } from './module-arrow.ts'
import { type SizedNode, sizeLabel } from './module-boxes.ts'
import { type InRow, narrowRows, squeezeRows } from './module-rows.ts'

/** Left and right of the widest row. */
export const MARGIN = 1

/** `x` and `y` are the upper left corner. */
export type PlacedNode = SizedNode & Point

/** The way of one line, as dagre found it. */
export interface Route {
  readonly edge: MapEdge
  readonly points: readonly Point[]
  readonly middle: Point
  readonly lines: readonly string[] | null
}

export interface Drawing {
  readonly width: number
  readonly nodes: readonly PlacedNode[]
  readonly routes: readonly Route[]
}

/** Prints keep their order within a sheet, so that one of the two has the straighter lines to them. */
export function mirror({ width, nodes, routes }: Drawing): Drawing {
  const flip = <T extends Point>(point: T): T => ({ ...point, x: width - point.x })
  return {
    width,
    nodes: nodes.map((node) => ({ ...node, x: width - node.x - node.width })),
    routes: routes.map((route) => ({ ...route, points: route.points.map(flip), middle: flip(route.middle) })),
  }
}

/** Moves whole rows towards the widest, so that the drawing is no wider than that. */
export function gather(drawing: Drawing): Drawing {
  const { width, at } = narrowRows(thingsOf(drawing), MARGIN)
  return { ...moveAll(drawing, ({ x, y }) => x + at(y)), width }
}

/** Moves the things of a row together where there is too little room for them. */
export function squeeze(drawing: Drawing, options: { readonly room: number; readonly gap: number }): Drawing {
  if (drawing.width <= options.room) return drawing
  const { width, at } = squeezeRows(thingsOf(drawing), options)
  return { ...moveAll(drawing, at), width }
}

/** All that stands in rows: boxes, the points that lines must go by, and words. */
function thingsOf({ nodes, routes }: Drawing): readonly InRow[] {
  return [
    ...nodes.map((node) => ({ ...middleOf(node), width: node.width })),
    ...routes.flatMap(({ points }) => points.slice(1, -1).map((point) => ({ ...point, width: 0 }))),
    ...routes.map(({ middle, lines }) => ({ ...middle, width: sizeLabel(lines).width })),
  ]
}

/** @param at where the middle of a thing goes */
function moveAll(drawing: Drawing, at: (middle: Point) => number): Drawing {
  const move = <T extends Point>(point: T): T => ({ ...point, x: at(point) })
  return {
    ...drawing,
    nodes: drawing.nodes.map((node) => ({ ...node, x: at(middleOf(node)) - node.width / 2 })),
    routes: drawing.routes.map((route) => ({
      ...route,
      points: route.points.map(move),
      middle: move(route.middle),
    })),
  }
}

function middleOf({ x, y, width, height }: PlacedNode): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
