/** Lays the modules out from top to bottom with dagre, and draws the lines between them. */
import { Graph, layout } from '@dagrejs/dagre'
import { type MapEdge, type MapEnd, type ModuleMap, packageFolder, type Rest } from '../../../trace/model/module-map.ts'
import { type Arrow, type ArrowEnd, drawArrow, type Point } from './module-arrow.ts'
import {
  linesOfLabel,
  middleOfPrint,
  type Scale,
  type SizedNode,
  sizeLabel,
  sizeRest,
  sizeSheet,
} from './module-boxes.ts'
import { narrowRows } from './module-rows.ts'

/** `x` and `y` are the upper left corner. */
export type PlacedNode = SizedNode & Point

export interface PlacedEdge {
  readonly edge: MapEdge
  readonly arrow: Arrow
  /** Its middle, and the lines of its words. */
  readonly label: (Point & { readonly lines: readonly string[] }) | null
}

export interface ModuleLayout {
  readonly width: number
  readonly height: number
  /** From top to bottom, and from left to right. */
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

interface LayoutOptions {
  readonly scale: Scale
  /** What a pile of modules says of itself. */
  readonly restLabel: (rest: Rest) => string
}

const SPACING = { rankdir: 'TB', ranksep: 34, marginx: 1, marginy: 4 } as const
const MAX_LABELS = 14

export function layOutModules(map: ModuleMap, { scale, restLabel }: LayoutOptions): ModuleLayout {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ ...SPACING, nodesep: scale.gap, edgesep: scale.gap })
  const sized = map.nodes.map((node) =>
    node.kind === 'sheet' ? sizeSheet(node, scale) : sizeRest(node, restLabel(node), scale),
  )
  for (const { node, width, height } of sized) graph.setNode(node.id, { width, height })
  const labels = labelsOf(map, scale)
  for (const [index, { from, to }] of map.edges.entries()) {
    graph.setEdge(from.node, to.node, { ...sizeLabel(labels[index] ?? null), labelpos: 'c' }, String(index))
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()

  const placed = sized.map((one): PlacedNode => {
    const { x = 0, y = 0 } = graph.node(one.node.id)
    return { ...one, x: x - one.width / 2, y: y - one.height / 2 }
  })
  const routes = map.edges.map((edge, index): Route => {
    const { points = [], x = 0, y = 0 } = graph.edge({ v: edge.from.node, w: edge.to.node, name: String(index) })
    return { edge, points, middle: { x, y }, lines: labels[index] ?? null }
  })
  const drawing = { width, nodes: placed, routes }
  const mirrored = mirror(drawing)
  const straighter = detour(mirrored, scale) < detour(drawing, scale) ? mirrored : drawing
  const { nodes, routes: best, width: narrowed } = gather(straighter)
  const byId = new Map(nodes.map((node) => [node.node.id, node]))
  return {
    width: narrowed,
    height,
    nodes: nodes.toSorted((one, other) => one.y - other.y || one.x - other.x),
    edges: best.map(({ edge, points, middle, lines }) => {
      const ends = { from: endOf(edge.from, byId, scale), to: endOf(edge.to, byId, scale) }
      const way = areNeighbours(ends, nodes) ? (lines === null ? [] : [middle]) : passBoxes(points.slice(1, -1), nodes)
      return { edge, arrow: drawArrow(ends, way), label: lines === null ? null : { ...middle, lines } }
    }),
  }
}

/** The way of one line, as dagre found it. */
interface Route {
  readonly edge: MapEdge
  readonly points: readonly Point[]
  readonly middle: Point
  readonly lines: readonly string[] | null
}

interface Drawing {
  readonly width: number
  readonly nodes: readonly PlacedNode[]
  readonly routes: readonly Route[]
}

/** Prints keep their order within a sheet, so that one of the two has the straighter lines to them. */
function mirror({ width, nodes, routes }: Drawing): Drawing {
  const flip = <T extends Point>(point: T): T => ({ ...point, x: width - point.x })
  return {
    width,
    nodes: nodes.map((node) => ({ ...node, x: width - node.x - node.width })),
    routes: routes.map((route) => ({ ...route, points: route.points.map(flip), middle: flip(route.middle) })),
  }
}

/** Moves whole rows towards the widest, so that the drawing is no wider than that. */
function gather({ nodes, routes }: Drawing): Drawing {
  const { width, at } = narrowRows(
    [
      ...nodes.map((node) => ({ x: node.x + node.width / 2, y: node.y + node.height / 2, width: node.width })),
      ...routes.flatMap(({ points }) => points.slice(1, -1).map((point) => ({ ...point, width: 0 }))),
      ...routes.map(({ middle, lines }) => ({ ...middle, width: sizeLabel(lines).width })),
    ],
    SPACING.marginx,
  )
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x + at(point.y) })
  return {
    width,
    nodes: nodes.map((node) => ({ ...node, x: node.x + at(node.y + node.height / 2) })),
    routes: routes.map((route) => ({ ...route, points: route.points.map(move), middle: move(route.middle) })),
  }
}

/** How far the lines run from side to side, altogether. */
function detour({ nodes, routes }: Drawing, scale: Scale): number {
  const byId = new Map(nodes.map((node) => [node.node.id, node]))
  return routes.reduce(
    (sum, { edge }) => sum + Math.abs(endOf(edge.from, byId, scale).x - endOf(edge.to, byId, scale).x),
    0,
  )
}

/** Whether nothing lies between the heights of two boxes, so that a line needs no way around. */
function areNeighbours({ from, to }: { from: ArrowEnd; to: ArrowEnd }, nodes: readonly PlacedNode[]): boolean {
  const [upper, lower] = from.box.y < to.box.y ? [from.box, to.box] : [to.box, from.box]
  return nodes.every(({ y, height }) => y + height <= upper.y + upper.height || y >= lower.y)
}

/** Straight past a row of boxes, from its upper edge to its lower, before the line turns. */
function passBoxes(way: readonly Point[], nodes: readonly PlacedNode[]): readonly Point[] {
  const isDown = (way.at(-1)?.y ?? 0) >= (way[0]?.y ?? 0)
  return way.flatMap(({ x, y }) => {
    const row = nodes.filter((node) => Math.abs(node.y + node.height / 2 - y) < 1)
    const half = Math.max(0, ...row.map(({ height }) => height / 2)) * (isDown ? 1 : -1)
    return half === 0
      ? [{ x, y }]
      : [
          { x, y: y - half },
          { x, y: y + half },
        ]
  })
}

/** Where a line meets a box: above or below the middle of the print that it is about. */
function endOf({ node, key }: MapEnd, nodes: ReadonlyMap<string, PlacedNode>, { sheetPad }: Scale) {
  const box = nodes.get(node)
  if (box === undefined) throw new Error(`The drawing has a line to "${node}", which is not in it.`)
  const isOfPrint = 'columns' in box && key !== null && box.columns.length > 1
  return { box, x: box.x + (isOfPrint ? middleOfPrint(box, key, sheetPad) : box.width / 2) }
}

/** What an import says, on the lines that lead to a module; where room is short, only on those that double a file. */
function labelsOf({ edges, nodes }: ModuleMap, scale: Scale): readonly (readonly string[] | null)[] {
  const pairs = new Set(edges.map(({ from, to }) => JSON.stringify([from.node, to.node])))
  // Between two that import each other there is no room for words.
  const isMutual = ({ from, to }: MapEdge) => pairs.has(JSON.stringify([to.node, from.node]))
  const told = (edge: MapEdge) => edge.leads && edge.from.key !== null && edge.to.key !== null && !isMutual(edge)
  const isShort = scale.labels === 'doubling' || edges.filter(told).length > MAX_LABELS
  const sheets = nodes.filter((node) => node.kind === 'sheet')
  const doubled = new Set(sheets.filter(({ prints }) => prints.length > 1).map(({ id }) => id))
  const own = new Set(sheets.filter(({ file }) => packageFolder(file) === null).map(({ id }) => id))
  const doubles = ({ from, to }: MapEdge) => doubled.has(to.node) && own.has(from.node)
  return edges.map((edge) => (told(edge) && (!isShort || doubles(edge)) ? linesOfLabel(edge, scale) : null))
}
