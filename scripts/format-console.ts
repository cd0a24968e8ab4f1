/** Puts the console of a trace into lines of plain text, for the terminal. */
import type { TraceEvent } from '../src/trace/events.ts'
import type { ErrorReport, Preview } from '../src/trace/preview.ts'

export function formatConsole(events: readonly TraceEvent[]): string[] {
  return events.flatMap((event) => {
    switch (event.kind) {
      case 'console':
        return [
          `${event.level === 'log' ? '' : `${event.level}: `}${event.values.map((value) => formatPreview(value, true)).join(' ')}`,
        ]
      case 'warned':
        return [`${event.category}: ${event.message}`]
      case 'uncaught':
        return formatError(event.error)
      case 'truncated':
        return [`… and ${event.dropped} more ${event.what}`]
      default:
        return []
    }
  })
}

function formatPreview(value: Preview, bareText = false): string {
  switch (value.kind) {
    case 'primitive':
      return value.type === 'string' && !bareText ? JSON.stringify(value.text) : value.text
    case 'function':
      return `[function ${value.name}]`
    case 'class':
      return `[class ${value.name}]`
    case 'error':
      return `${value.error.name}: ${value.error.message}`
    case 'seen':
      return `[${value.name}, again]`
    case 'unreadable':
      return `[${value.why}]`
    case 'object': {
      const isList = value.of === 'array' || value.of === 'set'
      const parts = value.entries.map((entry) => `${isList ? '' : `${entry.key}: `}${formatPreview(entry.value)}`)
      if (value.omitted > 0) parts.push(`… ${value.omitted} more`)
      const name = value.of === 'plain' || value.name === 'Array' ? '' : `${value.name} `
      return isList ? `${name}[${parts.join(', ')}]` : `${name}{ ${parts.join(', ')} }`
    }
  }
}

function formatError({ name, message, frames, cause }: ErrorReport): string[] {
  return [
    `Uncaught ${name}: ${message}`,
    ...frames.map((frame) => `    at ${frame.function ?? '(top level)'} (${frame.file}:${frame.line}:${frame.column})`),
    ...(cause === null ? [] : formatError(cause).map((line) => `  ${line}`)),
  ]
}
