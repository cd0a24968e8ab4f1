/** Decides what a drawing of the modules shows: what matters one by one, the inside of a package as one. */
import type { ModuleKey } from '../events.ts'
import { chainTo, growImportTree, type ImportTree } from './import-chain.ts'
import type { ModuleGraph, ModuleImport, ModuleNode } from './module-graph.ts'

/** A file, with the instances that were made of it. */
export interface Sheet {
  readonly kind: 'sheet'
  readonly id: string
  readonly file: string
  readonly prints: readonly ModuleNode[]
  /** Instances beyond those that are drawn. */
  readonly hidden: number
}

/** The modules of a package that are not drawn one by one. */
export interface Rest {
  readonly kind: 'rest'
  readonly id: string
  /** The folder of the package; null for the project's own files, `*` for many small packages together. */
  readonly owner: string | null
  readonly modules: readonly ModuleNode[]
}

/** All imports between two ends. An end is an instance, or all that a node stands for where its key is null. */
export interface MapEdge {
  readonly from: MapEnd
  readonly to: MapEnd
  readonly imports: readonly ModuleImport[]
  /** Whether the shortest way from the entry to a module goes by one of the imports. */
  readonly leads: boolean
}

export interface MapEnd {
  readonly node: string
  readonly key: ModuleKey | null
}

export interface ModuleMap {
  readonly nodes: readonly (Sheet | Rest)[]
  readonly edges: readonly MapEdge[]
  /** Imports between drawn modules that have no line: more than a drawing can show, or of no use in it. */
  readonly undrawn: number
}

export interface MapChoice {
  /** Modules to draw one by one, with the way to each. */
  readonly wanted: readonly ModuleKey[]
  /** The ids of the rests that were opened. */
  readonly opened: ReadonlySet<string>
}

const MAX_DRAWN = 40
const MAX_OPENED = 60
const MAX_PRINTS = 4
const MAX_RESTS = 8
const MAX_EDGES = 120
/** Beyond these a drawing shows one way to each module, and every way to a doubled file. */
const MANY_EDGES = 30
/** Stands for the packages that are too many to be drawn. */
const OTHERS = '*'

export function drawModuleMap(graph: ModuleGraph, { wanted, opened }: MapChoice): ModuleMap {
  const tree = growImportTree(graph)
  const drawn = choose(graph, tree, wanted)
  const small = smallOwners(graph, drawn)
  const ownerOf = ({ file }: ModuleNode) => {
    const owner = packageFolder(file)
    return owner !== null && small.has(owner) ? OTHERS : owner
  }
  const left = (node: ModuleNode) => !drawn.has(node.file)
  for (const [owner, modules] of Map.groupBy(graph.nodes.filter(left), ownerOf)) {
    // A rest of one would take as much room as the module itself.
    const shown = opened.has(restId(owner)) ? MAX_OPENED : modules.length === 1 ? 1 : 0
    for (const { file } of modules.slice(0, shown)) drawn.add(file)
  }
  const sheets = [...Map.groupBy(graph.nodes, ({ file }) => file)]
    .filter(([file]) => drawn.has(file))
    .map(([file, nodes]) => sheetOf(file, nodes))
  const rests = [...Map.groupBy(graph.nodes.filter(left), ownerOf)].map(
    ([owner, modules]): Rest => ({ kind: 'rest', id: restId(owner), owner, modules }),
  )
  const nodes = [...sheets, ...rests]
  return { nodes, ...connect(nodes, graph, tree) }
}

/** The folder of the package that a file is part of; null for the project's own files. */
export function packageFolder(file: string): string | null {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? null
}

/** The files to draw, the most important first, until the drawing is full. */
function choose(graph: ModuleGraph, tree: ImportTree, wanted: readonly ModuleKey[]): Set<string> {
  const files = new Set<string>()
  const add = (key: ModuleKey | null) => {
    const node = key === null ? undefined : graph.byKey.get(key)
    if (node !== undefined && files.size < MAX_DRAWN) files.add(node.file)
  }
  const addWay = (key: ModuleKey) => {
    if (files.size >= MAX_DRAWN) return
    add(key)
    for (const { from } of chainTo(key, tree)) add(from)
  }
  add(graph.entry)
  for (const key of wanted) addWay(key)
  for (const { key } of graph.doubled.flat()) addWay(key)
  const own = graph.nodes.filter(({ file }) => packageFolder(file) === null)
  for (const { key } of own) add(key)
  // The doors by which the project enters its packages.
  for (const { to } of own.flatMap(({ imports }) => imports)) add(to)
  return files
}

function smallOwners(graph: ModuleGraph, drawn: ReadonlySet<string>): ReadonlySet<string> {
  const left = graph.nodes.filter(({ file }) => !drawn.has(file) && packageFolder(file) !== null)
  const bySize = [...Map.groupBy(left, ({ file }) => packageFolder(file))].toSorted(
    ([, one], [, other]) => other.length - one.length,
  )
  return new Set(bySize.slice(MAX_RESTS).flatMap(([owner]) => owner ?? []))
}

function restId(owner: string | null): string {
  return `rest ${owner ?? ''}`
}

function sheetOf(file: string, nodes: readonly ModuleNode[]): Sheet {
  const prints = nodes.toSorted((one, other) => one.ordinal - other.ordinal)
  const hidden = Math.max(0, prints.length - MAX_PRINTS)
  return { kind: 'sheet', id: `sheet ${file}`, file, prints: prints.slice(0, MAX_PRINTS), hidden }
}

function connect(nodes: readonly (Sheet | Rest)[], graph: ModuleGraph, tree: ImportTree): Omit<ModuleMap, 'nodes'> {
  const ends = endsOf(nodes, graph)
  const imports = graph.nodes.flatMap((node) => node.imports)
  const edges = [...Map.groupBy(imports, ({ from, to }) => edgeId(ends.get(from), ends.get(to)))].flatMap(
    ([, group]): readonly MapEdge[] => {
      const [from, to] = [ends.get(group[0]?.from ?? ''), ends.get(group[0]?.to ?? '')]
      const leads = group.some((step) => tree.get(step.to) === step)
      return from === undefined || to === undefined ? [] : [{ from, to, imports: group, leads }]
    },
  )
  const outer = edges.filter(({ from, to }) => from.node !== to.node)
  const inner = edges.filter(({ from, to }) => from.node === to.node && from.key !== to.key)
  const drawn = worthDrawing(outer, nodes)
  const byWeight = [...drawn.filter(({ leads }) => leads), ...drawn.filter(({ leads }) => !leads)]
  const cut = [...byWeight.slice(MAX_EDGES), ...outer.filter((edge) => !drawn.includes(edge)), ...inner]
  return { edges: byWeight.slice(0, MAX_EDGES), undrawn: cut.reduce((sum, { imports: all }) => sum + all.length, 0) }
}

function worthDrawing(edges: readonly MapEdge[], nodes: readonly (Sheet | Rest)[]): readonly MapEdge[] {
  const doubled = new Set(nodes.filter((node) => node.kind === 'sheet' && node.prints.length > 1).map(({ id }) => id))
  const isFromDoubled = ({ from }: MapEdge) => doubled.has(from.node)
  const reached = new Set(edges.filter((edge) => edge.leads && !isFromDoubled(edge)).map(({ to }) => to.node))
  const rests = new Set(nodes.filter(({ kind, id }) => kind === 'rest' && reached.has(id)).map(({ id }) => id))
  // What a doubled module asks of a pile, each of its prints asks alike: it tells nothing, and winds about the picture.
  const isIdle = (edge: MapEdge) => isFromDoubled(edge) && rests.has(edge.to.node)
  const isFew = edges.length <= MANY_EDGES
  return edges.filter((edge) => !isIdle(edge) && (isFew || edge.leads || doubled.has(edge.to.node)))
}

function edgeId(from: MapEnd | undefined, to: MapEnd | undefined): string {
  return JSON.stringify([from?.node, from?.key, to?.node, to?.key])
}

function endsOf(nodes: readonly (Sheet | Rest)[], graph: ModuleGraph): ReadonlyMap<string, MapEnd> {
  const sheets = new Map(nodes.flatMap((node) => (node.kind === 'sheet' ? [[node.file, node] as const] : [])))
  const rests = nodes.flatMap((node) =>
    node.kind === 'rest' ? node.modules.map(({ key }): [string, MapEnd] => [key, { node: node.id, key: null }]) : [],
  )
  const drawn = graph.nodes.flatMap(({ key, file }): [string, MapEnd][] => {
    const sheet = sheets.get(file)
    if (sheet === undefined) return []
    return [[key, { node: sheet.id, key: sheet.prints.some((print) => print.key === key) ? key : null }]]
  })
  return new Map([...rests, ...drawn])
}
