/** Short ways to write down events by hand. */
import type { ClassId, ModuleKey, Span, TraceEvent } from '../../../../src/trace/events.ts'
import type { Preview } from '../../../../src/trace/preview.ts'

export const id = (number: number) => number as ClassId
const key = (text: string) => text as ModuleKey

export function span(module: string, line = 1): Span {
  return { module: key(module), line, column: 1, endLine: line + 1, endColumn: 2 }
}

export function evaluated(module: string, file = module): TraceEvent {
  return { kind: 'module-evaluated', module: key(module), file }
}

export function created(
  number: number,
  name: string,
  options: { readonly in?: string; readonly line?: number; readonly base?: number } = {},
): TraceEvent {
  const { in: module, line, base } = options
  return {
    kind: 'class-created',
    class: id(number),
    name,
    base: base === undefined ? null : id(base),
    span: module === undefined ? null : span(module, line),
  }
}

export function text(content: string): Preview {
  return { kind: 'primitive', type: 'string', text: content }
}

export function said(content: string): TraceEvent {
  return { kind: 'console', level: 'log', values: [text(content)] }
}

export function group(label: string, isCollapsed = false): TraceEvent {
  return { kind: 'console-group', values: [text(label)], isCollapsed }
}

export function ended(): TraceEvent {
  return { kind: 'console-group-ended' }
}

export function cleared(): TraceEvent {
  return { kind: 'console-cleared' }
}
