/** Turns what a running program does into plain events: the probes of its modules, the reports of its runtime, its console. */
import { PROJECT_ROOT } from '../../bundler/bundle-types.ts'
import type { Place, Probes } from '../../bundler/probes.ts'
import type { Host } from '../../runtime/host.ts'
import type { ModuleKey, Span, TraceEvent } from '../../trace/events.ts'
import type { ErrorReport } from '../../trace/preview.ts'
import { createConsole, type TracedConsole } from './console.ts'
import { createTableReader } from './console-table.ts'
import { framesHere } from './frames-here.ts'
import { createHost } from './host.ts'
import { createIdentities } from './identities.ts'
import { createInstanceofWalk } from './instanceof-walk.ts'
import { type Callable, createObject, encodeAddress, freeze } from './intrinsics.ts'
import { BRIEF_BOUNDS, createPreviewer } from './previews.ts'
import { type ProxyWatch, watchProxies } from './proxies.ts'

export interface Tracer {
  readonly probes: Probes
  readonly host: Host
  /** What a bundle gets as its `__doppelclass`. */
  readonly bundle: Probes & { readonly host: Host }
  readonly console: TracedConsole
}

/** @param options.proxies by default, those made in this realm from now on */
export function createTracer(options: {
  readonly emit: (event: TraceEvent) => void
  readonly toReport: (error: unknown) => ErrorReport
  readonly proxies?: ProxyWatch
}): Tracer {
  const { toReport, proxies = watchProxies(globalThis) } = options
  let reported = 0
  const emit = (event: TraceEvent) => {
    reported += 1
    options.emit(event)
  }
  const identities = createIdentities({ emit, proxies })
  const { preview } = createPreviewer({ identities, proxies, toReport })
  const walk = createInstanceofWalk({ identities, proxies })
  const metas: Record<string, Meta> = createObject(null)

  const probes: Probes = {
    module: (key, file) => emit({ kind: 'module-evaluated', module: moduleKey(key), file }),
    class: (created, key, place, name) => identities.create(created as Callable, spanOf(key, place), name),
    instanceof: (left, right, key, place) => {
      const { thrown, ...check } = walk(left, right)
      emit({ kind: 'instanceof-checked', span: spanOf(key, place), value: preview(left, BRIEF_BOUNDS), ...check })
      if (thrown !== null) throw thrown.error
      return check.answer
    },
    meta: (key) => {
      metas[key] ??= createMeta(key)
      return metas[key]
    },
  }
  const host = createHost({ emit, toReport, preview, identities, proxies })

  return {
    probes,
    host,
    bundle: freeze({ ...probes, host }),
    console: createConsole({
      emit,
      preview,
      readTable: createTableReader({ preview, proxies }),
      frames: () => framesHere(toReport),
      passed: () => reported,
    }),
  }
}

type Meta = ReturnType<Probes['meta']>

/** As in the language: an object of its own for every module, without a prototype, that the module may write to. */
function createMeta(key: string): Meta {
  const meta = createObject(null)
  meta.url = `file://${PROJECT_ROOT}/${encodeAddress(key)}`
  return meta
}

/** Without destructuring, which would run an iterator that a program can replace. */
function spanOf(key: string, place: Place): Span {
  return { module: moduleKey(key), line: place[0], column: place[1], endLine: place[2], endColumn: place[3] }
}

/** A key is branded where it enters. */
function moduleKey(key: string): ModuleKey {
  return key as ModuleKey
}
