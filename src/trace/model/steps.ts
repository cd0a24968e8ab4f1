/** Chooses the events that a slider over the run stops at: what a reader would call a step, and no more than a slider can hold. */
import type { TraceEvent } from '../events.ts'

/** The run as it was just after the event at `index`. */
export interface Stop {
  readonly index: number
  readonly event: TraceEvent
}

export interface Steps {
  /** In the order of the run. */
  readonly stops: readonly Stop[]
  /** Events that would be stops, and were left out because there are too many of their kind. */
  readonly omitted: readonly OmittedSteps[]
}

export interface OmittedSteps {
  readonly kind: TraceEvent['kind']
  readonly count: number
}

/** More stops would lie closer than a pixel of the slider. */
const MAX_STOPS = 500

/** @param isOwnFile whether a module is one of the reader's files */
export function findSteps(
  events: readonly TraceEvent[],
  isOwnFile: (file: string) => boolean,
  most: number = MAX_STOPS,
): Steps {
  const isStop = stopRule(events, isOwnFile)
  const byKind = new Map<TraceEvent['kind'], Stop[]>()
  for (const [index, event] of events.entries()) {
    if (!isStop(event)) continue
    const stops = byKind.get(event.kind)
    if (stops === undefined) byKind.set(event.kind, [{ index, event }])
    else stops.push({ index, event })
  }
  const kinds = shareOut([...byKind], most)
  return {
    stops: kinds.flatMap(({ kept }) => kept).sort((one, other) => one.index - other.index),
    omitted: kinds.flatMap(({ kind, omitted }) => (omitted === 0 ? [] : [{ kind, count: omitted }])),
  }
}

/** What happens inside the packages is a stop only where a file of theirs ran twice: that is the story. */
function stopRule(events: readonly TraceEvent[], isOwnFile: (file: string) => boolean): (event: TraceEvent) => boolean {
  const files = new Map<string, string>()
  const seen = new Set<string>()
  const doubled = new Set<string>()
  for (const event of events) {
    if (event.kind !== 'module-evaluated') continue
    files.set(event.module, event.file)
    if (seen.has(event.file)) doubled.add(event.file)
    seen.add(event.file)
  }
  return (event) => {
    switch (event.kind) {
      case 'class-created': {
        if (event.span === null) return false
        const { module } = event.span
        return isOwnFile(module) || doubled.has(files.get(module) ?? module)
      }
      case 'instanceof-checked':
        return isOwnFile(event.span.module)
      case 'logged':
        return event.level !== 'INFO'
      case 'console-group-ended':
        return false
      default:
        return true
    }
  }
}

/** Gives every kind its fair share of the stops: a flood of one kind thins out that kind, and leaves the rare ones whole. */
function shareOut(byKind: readonly (readonly [TraceEvent['kind'], readonly Stop[]])[], most: number) {
  let left = most
  const rarestFirst = byKind.toSorted(([, one], [, other]) => one.length - other.length)
  return rarestFirst.map(([kind, stops], position) => {
    const share = Math.floor(left / (rarestFirst.length - position))
    const kept = spread(stops, share)
    left -= kept.length
    return { kind, kept, omitted: stops.length - kept.length }
  })
}

/** As many as `count`, evenly from the first to the last. */
function spread(stops: readonly Stop[], count: number): readonly Stop[] {
  if (stops.length <= count) return stops
  const gap = (stops.length - 1) / Math.max(1, count - 1)
  return Array.from({ length: count }, (_, position) => stops[Math.round(position * gap)]).filter(
    (stop) => stop !== undefined,
  )
}

/** How many events count at a position of the slider: 0 is before the first stop, and the last position is the end of the run. */
export function stepAt({ stops }: Steps, position: number, length: number): number {
  if (position >= stops.length) return length
  return position <= 0 ? 0 : (stops[position - 1]?.index ?? -1) + 1
}

/** The position of the slider that shows a number of events: the last stop that is among them. */
export function positionAt({ stops }: Steps, step: number): number {
  let low = 0
  let high = stops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stops[middle]?.index ?? Number.POSITIVE_INFINITY) < step) low = middle + 1
    else high = middle
  }
  return low
}
