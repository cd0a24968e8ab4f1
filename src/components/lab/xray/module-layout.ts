/** Lays the modules out from top to bottom with dagre, and draws the lines between them. */
import { Graph, layout } from '@dagrejs/dagre'
import { type MapEdge, type ModuleMap, packageFolder, type Rest } from '../../../trace/model/module-map.ts'
import { type Arrow, drawArrow, type Point } from './module-arrow.ts'
import { linesOfLabel, type Scale, sizeLabel, sizeRest, sizeSheet } from './module-boxes.ts'
import { type Drawing, gather, MARGIN, mirror, type PlacedNode, type Route, squeeze } from './module-moves.ts'
import { spreadRows } from './module-spread.ts'
import { endOf, waysOf } from './module-ways.ts'

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
  /** What the drawing may take in width, if it can. */
  readonly room?: number
  /** How many rows a node stands below its place, by its id: a row that is too wide becomes two. */
  readonly lowered?: ReadonlyMap<string, number>
}

const SPACING = { rankdir: 'TB', ranksep: 34, marginx: MARGIN, marginy: 4 } as const
const MAX_LABELS = 14

export function layOutModules(map: ModuleMap, options: LayoutOptions): ModuleLayout {
  const { scale, room = Number.POSITIVE_INFINITY } = options
  const { height, ...drawing } = placeByRows(map, options)
  const mirrored = mirror(drawing)
  const straighter = detour(mirrored, scale) < detour(drawing, scale) ? mirrored : drawing
  const tight = { ...squeeze(gather(straighter), { room, gap: scale.gap }), height }
  const spread = spreadRows(tight, waysOf(tight, scale))
  return {
    width: spread.width,
    height: spread.height,
    nodes: spread.nodes.toSorted((one, other) => one.y - other.y || one.x - other.x),
    edges: waysOf(spread, scale).map(({ route: { edge, middle, lines }, ends, points }) => ({
      edge,
      arrow: drawArrow(ends, points),
      label: lines === null ? null : { ...middle, lines },
    })),
  }
}

/** Where dagre puts everything: rows by their distance from the entry, with few lines that cross. */
function placeByRows(
  map: ModuleMap,
  { scale, restLabel, lowered }: LayoutOptions,
): Drawing & { readonly height: number } {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ ...SPACING, nodesep: scale.gap, edgesep: scale.gap })
  const sized = map.nodes.map((node) =>
    node.kind === 'sheet' ? sizeSheet(node, scale) : sizeRest(node, restLabel(node), scale),
  )
  for (const { node, width, height } of sized) graph.setNode(node.id, { width, height })
  const labels = labelsOf(map, scale)
  for (const [index, { from, to, leads }] of map.edges.entries()) {
    const minlen = 1 + (lowered?.get(to.node) ?? 0)
    // The ways from the entry are kept short: what stands in a row is then as far from it.
    const weight = leads ? 2 : 1
    const words = sizeLabel(labels[index] ?? null)
    graph.setEdge(from.node, to.node, { ...words, labelpos: 'c', minlen, weight }, String(index))
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  const nodes = sized.map((one): PlacedNode => {
    const { x = 0, y = 0 } = graph.node(one.node.id)
    return { ...one, x: x - one.width / 2, y: y - one.height / 2 }
  })
  const routes = map.edges.map((edge, index): Route => {
    const { points = [], x = 0, y = 0 } = graph.edge({ v: edge.from.node, w: edge.to.node, name: String(index) })
    return { edge, points, middle: { x, y }, lines: labels[index] ?? null }
  })
  return { width, height, nodes, routes }
}

/** How far the lines run from side to side, altogether. */
function detour({ nodes, routes }: Drawing, scale: Scale): number {
  const byId = new Map(nodes.map((node) => [node.node.id, node]))
  return routes.reduce(
    (sum, { edge }) => sum + Math.abs(endOf(edge.from, byId, scale).x - endOf(edge.to, byId, scale).x),
    0,
  )
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
