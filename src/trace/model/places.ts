/** Says which line of the program an event or a class belongs to. */
import type { ClassId, ModuleKey, TraceEvent } from '../events.ts'
import type { ErrorReport, Frame, Preview } from '../preview.ts'
import type { View } from './fold.ts'

export interface SourceLine {
  readonly file: string
  readonly line: number
}

/** Where each class of the program begins. */
export type ClassPlaces = ReadonlyMap<ClassId, SourceLine>

export const classPlacesView: View<Map<ClassId, SourceLine>, ClassPlaces> = {
  start: () => new Map(),
  step(places, event) {
    if (event.kind !== 'class-created' || event.span === null) return
    places.set(event.class, moduleLine(event.span.module, event.span.line))
  },
  finish: (places) => new Map(places),
}

export function moduleLine(module: ModuleKey, line = 1): SourceLine {
  return { file: module, line }
}

/**
 * Places that an event belongs to, the nearest first. A hook and a plugin have none of their own, and a dispatch may have none:
 * theirs is the class that they are about.
 */
export function placesOf(event: TraceEvent, classes: ClassPlaces): readonly SourceLine[] {
  const ofClass = (id: ClassId | null) => {
    const place = id === null ? undefined : classes.get(id)
    return place === undefined ? [] : [place]
  }
  switch (event.kind) {
    case 'module-evaluated':
      return [moduleLine(event.module)]
    case 'class-created':
      return ofClass(event.class)
    case 'instanceof-checked':
      return [moduleLine(event.span.module, event.span.line)]
    case 'dispatched':
      return [...placesOfFrame(event.at), ...event.hops.flatMap((hop) => ofClass(hop.class))]
    case 'plugin-registered':
    case 'plugin-unregistered':
      return ofClass(event.class)
    case 'hook-called':
      return [...placesOfError(event.error), ...ofClass(event.class)]
    case 'uncaught':
      return placesOfError(event.error)
    case 'console':
    case 'console-group':
      return event.values.flatMap(placesOfValue)
    case 'console-traced':
      return [...event.frames.flatMap(placesOfFrame), ...event.values.flatMap(placesOfValue)]
    case 'console-table':
    case 'console-group-ended':
    case 'console-cleared':
    case 'console-note':
    case 'task-transition':
    case 'message-sent':
    case 'warned':
    case 'logged':
    case 'blocked':
    case 'truncated':
      return []
  }
}

function placesOfError(error: ErrorReport | null): readonly SourceLine[] {
  return error === null ? [] : error.frames.flatMap(placesOfFrame)
}

function placesOfValue(value: Preview): readonly SourceLine[] {
  return value.kind === 'error' ? placesOfError(value.error) : []
}

function placesOfFrame(frame: Frame | null): readonly SourceLine[] {
  return frame === null ? [] : [{ file: frame.file, line: frame.line }]
}
