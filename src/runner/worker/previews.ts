/** Takes bounded pictures of live values without running any code of the program that made them. */
import type { ErrorReport, Preview, PreviewEntry, PrimitiveType } from '../../trace/preview.ts'
import type { Slot } from './contents.ts'
import { createContentsReader, isErrorObject } from './contents.ts'
import { readErrorText } from './errors.ts'
import type { Identities } from './identities.ts'
import { append, type Callable, cutText, getPrototypeOf, isArray, isObject, symbolText } from './intrinsics.ts'
import type { ProxyWatch } from './proxies.ts'

export interface PreviewBounds {
  /** How many objects may lie inside each other. */
  readonly depth: number
  /** How many entries of one object are shown. */
  readonly width: number
  /** UTF-16 units of one string. */
  readonly text: number
  /** UTF-16 units of all strings; beyond them only beginnings are shown. */
  readonly texts: number
  /** Values in the whole picture. */
  readonly nodes: number
  /** Whether errors come with their stacks: reading one costs time, and can run getters of the error. */
  readonly stacks: boolean
}

const FULL_BOUNDS: PreviewBounds = { depth: 4, width: 50, text: 2_000, texts: 20_000, nodes: 500, stacks: true }

/** For checks, of which a program may make very many. */
export const BRIEF_BOUNDS: PreviewBounds = { depth: 1, width: 8, text: 200, texts: 1_000, nodes: 12, stacks: false }

export interface Previewer {
  readonly preview: (value: unknown, bounds?: PreviewBounds) => Preview
}

/**
 * Getters are named, not run; a proxy is shown as its target, since any look at the proxy itself would run its traps.
 * Own enumerable properties come in the order of the language.
 */
export function createPreviewer(options: {
  readonly identities: Identities
  readonly proxies: ProxyWatch
  readonly toReport: (error: unknown) => ErrorReport
}): Previewer {
  const { identities, proxies, toReport } = options
  const readContents = createContentsReader(proxies)
  return { preview: (value, bounds = FULL_BOUNDS) => draw(value, openPicture(bounds)) }

  function draw(value: unknown, picture: Picture): Preview {
    picture.nodes -= 1
    if (!isObject(value)) {
      const drawn = drawPrimitive(value, picture.texts > 0 ? picture.bounds.text : BEGINNING)
      picture.texts -= drawn.text.length
      return drawn
    }
    const { length } = picture.path
    try {
      return drawObject(value, picture)
    } catch {
      // Only a proxy of another realm, of which nobody kept note, gets here: it was revoked, or its traps fail.
      picture.path.length = length
      return { kind: 'unreadable', why: 'threw' }
    }
  }

  function drawObject(value: object, picture: Picture): Preview {
    const target = proxies.targetOf(value)
    if (target !== null) return drawProxy(value, target, picture)
    if (typeof value === 'function') return drawFunction(value)
    const owner = ownerOf(value)
    const name = owner === null ? '' : identities.nameOf(owner)
    if (isOnPath(value, picture)) return { kind: 'seen', name }
    const id = owner === null ? null : identities.of(owner)
    if (isErrorObject(value, proxies)) return { kind: 'error', error: reportOf(value, picture), class: id }
    if (picture.path.length >= picture.bounds.depth || picture.nodes <= 0) {
      return { kind: 'object', of: 'deep', name, class: id, entries: [], omitted: 0 }
    }
    const { of, slots, omitted } = readContents(value, picture.bounds.width)
    append(picture.path, value)
    const entries = drawSlots(slots, picture)
    picture.path.length -= 1
    return { kind: 'object', of, name, class: id, entries, omitted: omitted + slots.length - entries.length }
  }

  function reportOf(error: object, picture: Picture): ErrorReport {
    const { bounds } = picture
    const hasRoom = picture.texts > 0
    picture.texts -= ERROR_TEXTS
    if (bounds.stacks && hasRoom) return toReport(error)
    const { name, message } = readErrorText(error, proxies)
    return {
      name: cutText(name ?? 'Error', bounds.text),
      message: cutText(message ?? '', hasRoom ? bounds.text : BEGINNING),
      frames: [],
      cause: null,
    }
  }

  function drawProxy(proxy: object, target: object, picture: Picture): Preview {
    if (isRevoked(proxy)) return { kind: 'unreadable', why: 'revoked proxy' }
    const drawn = drawObject(target, picture)
    if (drawn.kind === 'function' || drawn.kind === 'class') return { kind: 'function', name: `Proxy(${drawn.name})` }
    return drawn.kind === 'object' ? { ...drawn, name: `Proxy(${drawn.name})`, class: null } : drawn
  }

  function drawFunction(value: Callable): Preview {
    const name = identities.nameOf(value)
    return identities.isClass(value) ? { kind: 'class', name, class: identities.of(value) } : { kind: 'function', name }
  }

  function ownerOf(value: object): Callable | null {
    const prototype = getPrototypeOf(value)
    return prototype === null ? null : identities.ofPrototype(prototype)
  }

  function drawSlots(slots: readonly Slot[], picture: Picture): readonly PreviewEntry[] {
    const entries: PreviewEntry[] = []
    for (let index = 0; index < slots.length && picture.nodes > 0; index += 1) {
      const slot = slots[index]
      if (slot === undefined) break
      const value: Preview = slot.kind === 'value' ? draw(slot.value, picture) : { kind: 'unreadable', why: slot.why }
      append(entries, { key: keyText(slot.key), value })
    }
    return entries
  }

  function keyText(key: unknown): string {
    if (!isObject(key)) return drawPrimitive(key, KEY_LENGTH).text
    if (proxies.targetOf(key) !== null) return 'Proxy'
    const named = typeof key === 'function' ? key : ownerOf(key)
    return named === null ? '' : identities.nameOf(named)
  }
}

/** What is left to spend on one picture, and the objects that it is inside of. */
interface Picture {
  readonly bounds: PreviewBounds
  nodes: number
  texts: number
  readonly path: object[]
}

function openPicture(bounds: PreviewBounds): Picture {
  return { bounds, nodes: bounds.nodes, texts: bounds.texts, path: [] }
}

const KEY_LENGTH = 100
/** What is still shown of a string once a picture has had its fill of text. */
const BEGINNING = 20
/** What an error with its stack counts as. */
const ERROR_TEXTS = 2_000
const LARGE_INTEGER = 10n ** 1_000n

function isOnPath(value: object, { path }: Picture): boolean {
  for (let index = 0; index < path.length; index += 1) if (path[index] === value) return true
  return false
}

/** The one look at a proxy that runs no trap. */
function isRevoked(proxy: object): boolean {
  try {
    isArray(proxy)
    return false
  } catch {
    return true
  }
}

function drawPrimitive(value: unknown, length: number): Extract<Preview, { kind: 'primitive' }> {
  return { kind: 'primitive', type: typeOf(value), text: primitiveText(value, length) }
}

function typeOf(value: unknown): PrimitiveType {
  if (value === null) return 'null'
  const type = typeof value
  return type === 'object' || type === 'function' ? 'undefined' : type
}

/** A primitive value in words: strings as they are, the sign of zero kept. */
export function primitiveText(value: unknown, length: number): string {
  switch (typeof value) {
    case 'string':
      return cutText(value, length)
    case 'symbol':
      return cutText(symbolText(value), length)
    case 'number':
      return value === 0 && 1 / value < 0 ? '-0' : `${value}`
    case 'bigint':
      // Writing out an integer of millions of digits would take seconds.
      if (value > LARGE_INTEGER || value < -LARGE_INTEGER) return value > 0 ? '1e1000…' : '-1e1000…'
      return cutText(`${value}`, length)
    default:
      return `${value}`
  }
}
