/** The runtime's host in a run: turns its reports of live objects into plain events. */
import type { Class, Host, Report } from '../../runtime/host.ts'
import type { ClassId, DispatchArm, DispatchHop, TraceEvent } from '../../trace/events.ts'
import type { ErrorReport, Frame } from '../../trace/preview.ts'
import { framesHere } from './frames-here.ts'
import type { Identities } from './identities.ts'
import { cutText, freeze, getPrototypeOf, isObject, matchOf } from './intrinsics.ts'
import type { Previewer } from './previews.ts'
import type { ProxyWatch } from './proxies.ts'

interface HostOptions {
  readonly emit: (event: TraceEvent) => void
  readonly toReport: (error: unknown) => ErrorReport
  readonly preview: Previewer['preview']
  readonly identities: Identities
  readonly proxies: ProxyWatch
}

export function createHost(options: HostOptions): Host {
  const { emit, identities } = options
  return freeze({
    report: (report: Report) => emit(eventOf(report, options)),
    moduleOf: (created: Class) => identities.moduleOf(created),
  })
}

function eventOf(report: Report, { toReport, preview, identities, proxies }: HostOptions): TraceEvent {
  switch (report.kind) {
    case 'dispatched': {
      const { kind, function: name, arms, hops, chosen } = report
      const value = preview(report.value)
      return {
        kind,
        function: name,
        at: callerOf(toReport),
        value,
        arms: arms.map((arm) => armOf(arm, identities)),
        hops: hops.map((hop) => hopOf(hop, identities)),
        chosen: chosen === null ? null : identities.of(chosen),
      }
    }
    case 'plugin-registered':
    case 'plugin-unregistered': {
      const { kind, process, pluginKind, name, plugin, via } = report
      return { kind, process, pluginKind, plugin: name, class: classOf(plugin, identities, proxies), via }
    }
    case 'hook-called': {
      const { kind, process, pluginKind, name, plugin, hook, thrown } = report
      const args = preview(report.args)
      const error = thrown === null ? null : toReport(thrown.error)
      return { kind, process, pluginKind, plugin: name, class: classOf(plugin, identities, proxies), hook, args, error }
    }
    case 'message-sent': {
      const { kind, from, to, op, payload } = report
      return { kind, from, to, op, payload: preview(payload) }
    }
    // Field by field: whoever reports in the runtime's place may have added others.
    case 'task-transition': {
      const { kind, process, key, start, finish } = report
      return { kind, process, key: shorten(key), start, finish }
    }
    case 'warned': {
      const { kind, process, category, message } = report
      return { kind, process, category, message: shorten(message) }
    }
    case 'logged': {
      const { kind, process, level, logger, message } = report
      return { kind, process, level, logger, message: shorten(message) }
    }
  }
}

const MAX_TEXT = 2_000

/** Keys of tasks and messages are the program's to choose. */
function shorten(text: string): string {
  return typeof text === 'string' ? cutText(text, MAX_TEXT) : text
}

const IN_PACKAGE = /(?:^|\/)node_modules\//

/** Where the project's own code called into a package. */
function callerOf(toReport: HostOptions['toReport']): Frame | null {
  const frames = framesHere(toReport)
  for (let index = 0; index < frames.length; index += 1) {
    const frame = frames[index]
    if (frame !== undefined && matchOf(IN_PACKAGE, frame.file) === null) return frame
  }
  return null
}

function armOf(arm: Class, identities: Identities): DispatchArm {
  return { class: identities.of(arm), label: identities.nameOf(arm) }
}

function hopOf(hop: { readonly class: Class; readonly arm: Class | null }, identities: Identities): DispatchHop {
  const { class: id, label } = armOf(hop.class, identities)
  return { class: id, label, arm: hop.arm === null ? null : identities.of(hop.arm) }
}

/** The class that a plugin is an instance of; null where it has none that is known. */
function classOf(plugin: unknown, identities: Identities, proxies: ProxyWatch): ClassId | null {
  if (!isObject(plugin)) return null
  const prototype = getPrototypeOf(proxies.targetOf(plugin) ?? plugin)
  const owner = prototype === null ? null : identities.ofPrototype(prototype)
  return owner === null ? null : identities.of(owner)
}
