/** Chooses how the modules are laid out, so that the drawing fits the room that there is, if it can. */
import type { ModuleMap, Rest } from '../../../trace/model/module-map.ts'
import { NARROW, type Scale, WIDE } from './module-boxes.ts'
import { layOutModules, type ModuleLayout } from './module-layout.ts'

export interface FittedLayout {
  readonly layout: ModuleLayout
  readonly scale: Scale
}

interface FitOptions {
  /** In sixteenths of a rem. */
  readonly room: number
  readonly restLabel: (rest: Rest) => string
}

/** From the roomiest to the smallest. */
const SCALES: readonly Scale[] = [WIDE, { ...WIDE, labels: 'doubling' }, NARROW]
/** Each try is a layout: in a larger drawing they would take longer than a reader waits, and it scrolls anyway. */
const MOST_NODES = 12
const MOST_LOWERED = 6

/** The first scale that fits; where none does, the smallest with its widest rows broken in two. */
export function layOutToFit(map: ModuleMap, { room, restLabel }: FitOptions): FittedLayout {
  for (const scale of SCALES) {
    const layout = layOutModules(map, { scale, restLabel, room })
    if (layout.width <= room) return { layout, scale }
  }
  const draw = (lowered: Lowered) => layOutModules(map, { scale: NARROW, restLabel, room, lowered })
  return { layout: map.nodes.length > MOST_NODES ? draw(new Map()) : breakRows(draw, room), scale: NARROW }
}

type Lowered = ReadonlyMap<string, number>

/** Lowers one node after the other, each time the one that makes the drawing narrowest, while that helps. */
function breakRows(draw: (lowered: Lowered) => ModuleLayout, room: number): ModuleLayout {
  let lowered: Lowered = new Map()
  let best = draw(lowered)
  for (let turn = 0; turn < MOST_LOWERED && best.width > room; turn += 1) {
    const tries = best.nodes.map(({ node }) => {
      const next = new Map(lowered).set(node.id, (lowered.get(node.id) ?? 0) + 1)
      return { lowered: next, layout: draw(next) }
    })
    const narrowest = tries.toSorted((one, other) => sizeOf(one.layout) - sizeOf(other.layout))[0]
    if (narrowest === undefined || narrowest.layout.width >= best.width) return best
    lowered = narrowest.lowered
    best = narrowest.layout
  }
  return best
}

/** Of two that are as wide, the lower one. */
function sizeOf({ width, height }: ModuleLayout): number {
  return width + height / 1_000_000
}
