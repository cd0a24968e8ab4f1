/** Puts one event of a run into one line of words. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { Dispatched, HookCalled, InstanceofChecked, TraceEvent } from '../../../trace/events.ts'
import { consoleText, previewText, shorten } from '../../../trace/model/preview-text.ts'
import type { ClassLabels } from '../class-labels.ts'
import { noteWords } from '../console/console-words.ts'
import { shortModule } from '../module-name.ts'

export function describeEvent(event: TraceEvent, labels: ClassLabels, strings: LabStrings): string {
  switch (event.kind) {
    case 'module-evaluated':
      return fill(strings.eventModule, { file: shortModule(event.module) })
    case 'class-created': {
      const name = labels.of(event.class, event.name) || strings.anonymous
      const place = event.span === null ? strings.native : placeWords(event.span.module, event.span.line, strings)
      return fill(strings.eventClass, { name, place })
    }
    case 'instanceof-checked':
      return describeCheck(event, strings)
    case 'dispatched':
      return describeDispatch(event, labels, strings)
    case 'plugin-registered':
      return fill(strings.eventRegistered, { plugin: event.plugin, process: event.process })
    case 'plugin-unregistered':
      return fill(strings.eventUnregistered, { plugin: event.plugin, process: event.process })
    case 'hook-called':
      return describeHook(event, strings)
    case 'task-transition':
      return fill(strings.eventTransition, { ...event })
    case 'message-sent':
      return fill(strings.eventMessage, { from: event.from, to: event.to, op: event.op })
    case 'warned':
      return fill(strings.eventWarned, { ...event, message: shorten(event.message) })
    case 'logged':
      return fill(strings.eventLogged, { process: event.process, message: shorten(event.message) })
    case 'console':
      return fill(strings.eventConsole, { level: event.level, text: shorten(consoleText(event)) })
    case 'console-traced':
      return fill(strings.eventTrace, { text: shorten(consoleText(event)) })
    case 'console-table':
      return fill(strings.eventTable, { text: shorten(consoleText(event)) })
    case 'console-group':
      return fill(strings.eventGroup, { text: shorten(consoleText(event)) })
    case 'console-group-ended':
      return 'console.groupEnd'
    case 'console-cleared':
      return strings.eventCleared
    case 'console-note':
      return shorten(noteWords(event, strings))
    case 'uncaught':
      return fill(strings.eventUncaught, { name: event.error.name, message: shorten(event.error.message) })
    case 'blocked':
      return fill(strings.blocked[event.what], { target: event.target })
    case 'truncated':
      return fill(strings.eventTruncated, { count: event.dropped })
  }
}

function placeWords(module: string, line: number, strings: LabStrings): string {
  return fill(strings.linePlace, { file: shortModule(module), line })
}

function describeCheck({ span, answer }: InstanceofChecked, strings: LabStrings): string {
  const place = placeWords(span.module, span.line, strings)
  return fill(strings.eventInstanceof, { place, answer: String(answer) })
}

function describeDispatch(event: Dispatched, labels: ClassLabels, strings: LabStrings): string {
  const { function: name, chosen, arms, hops, value } = event
  if (chosen !== null) {
    const label = arms.find((arm) => arm.class === chosen)?.label ?? ''
    return fill(strings.eventDispatchTook, { function: name, target: labels.of(chosen, label) })
  }
  const [first] = hops
  const asked = first === undefined ? previewText(value) : labels.of(first.class, first.label)
  return fill(strings.eventDispatchFell, { function: name, value: asked })
}

function describeHook({ plugin, hook, process, error }: HookCalled, strings: LabStrings): string {
  if (error === null) return fill(strings.eventHook, { plugin, hook, process })
  return fill(strings.eventHookThrew, { plugin, hook, process, error: error.name })
}
