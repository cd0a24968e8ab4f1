/** Turns whatever was thrown into a report whose stack lies in the reader's own files. */
import type { ErrorReport } from '../../trace/preview.ts'
import { createContentsReader, isErrorObject, type ReadContents, type Slot } from './contents.ts'
import { readErrorText, readStack } from './errors.ts'
import { cutText, getOwnPropertyDescriptor, isObject, matchOf, ownData } from './intrinsics.ts'
import { primitiveText } from './previews.ts'
import { type ProxyWatch, watchProxies } from './proxies.ts'
import { createFrameReader, type FrameOptions } from './stack-frames.ts'

export type ErrorReporter = (error: unknown) => ErrorReport

/**
 * What is thrown but is no error is reported under the name `Uncaught`.
 *
 * @param map the source map of the program, as JSON text
 */
export function createErrorReporter(
  map: string,
  options: FrameOptions & { readonly proxies?: ProxyWatch },
): ErrorReporter {
  const { proxies = watchProxies(globalThis) } = options
  const readContents = createContentsReader(proxies)
  const readFrames = createFrameReader(map, options)

  return (error) => {
    try {
      return report(error, MAX_CAUSES)
    } catch {
      // A proxy of another realm whose traps fail.
      return { name: 'Uncaught', message: 'unreadable', frames: [], cause: null }
    }
  }

  function report(thrown: unknown, causes: number): ErrorReport {
    const error = isObject(thrown) ? (proxies.targetOf(thrown) ?? thrown) : thrown
    if (!isObject(error) || !isErrorObject(error, proxies)) {
      return { name: 'Uncaught', message: describe(error, readContents), frames: [], cause: null }
    }
    const stack = readStack(error, proxies)
    const own = readErrorText(error, proxies)
    const header = matchOf(V8_HEADER, stack)
    const message = own.message ?? header?.[2] ?? ''
    const cause = getOwnPropertyDescriptor(error, 'cause')
    return {
      name: own.name ?? header?.[1] ?? 'Error',
      message,
      frames: readFrames(withoutMessage(stack, message)),
      cause: cause !== undefined && 'value' in cause && causes > 0 ? report(cause.value, causes - 1) : null,
    }
  }
}

const MAX_CAUSES = 5
const MAX_DESCRIPTION = 2_000

/** What V8 writes before the frames. */
const V8_HEADER = /^([^\n:]{1,200})(?:: (.{0,2000}))?\n {4}at /

/** A message may look like frames. */
function withoutMessage(stack: string, message: string): string {
  const start = message === '' ? -1 : stack.indexOf(message)
  return start === -1 ? stack : stack.slice(start + message.length)
}

const DESCRIBED_SLOTS = 5

/** A thrown value that is no error, on one line. */
function describe(value: unknown, readContents: ReadContents): string {
  if (!isObject(value)) return primitiveText(value, MAX_DESCRIPTION)
  if (typeof value === 'function') {
    const name = ownData(value, 'name')
    return typeof name === 'string' ? `function ${cutText(name, 100)}` : 'function'
  }
  const { slots, omitted } = readContents(value, DESCRIBED_SLOTS)
  const parts = slots.map(describeSlot)
  if (omitted > 0) parts.push('…')
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function describeSlot(slot: Slot): string {
  const key = isObject(slot.key) ? '…' : primitiveText(slot.key, 100)
  if (slot.kind === 'unreadable' || isObject(slot.value)) return `${key}: …`
  const text = primitiveText(slot.value, 200)
  return `${key}: ${typeof slot.value === 'string' ? `"${text}"` : text}`
}
