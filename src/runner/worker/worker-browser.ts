/** The classic worker in the runner's frame: waits for its port, then serves one run. Reaches the page as text, `virtual:run-worker`. */
import { closeDoors } from './closed-doors-browser.ts'
import { createIdleTracker, type Timers } from './idle.ts'
import { apply, readerOf } from './intrinsics.ts'
import { type Environment, type Script, serve } from './serve.ts'

/** What this file uses of a classic worker's global scope. */
interface WorkerScope extends Timers {
  readonly importScripts: (url: string) => void
  readonly performance: { readonly now: () => number }
  readonly URL: { readonly createObjectURL: (blob: Blob) => string }
  readonly addEventListener: (type: string, listener: (event: never) => void, options?: { once: boolean }) => void
  [name: string]: unknown
}

// biome-ignore lint/suspicious/noExplicitAny: the global scope is of no type that both realms share.
const scope = globalThis as any as WorkerScope
const SLOT = '__doppelclassProgram'
const { importScripts, performance, URL } = scope
const { preventDefault } = Event.prototype

const idle = createIdleTracker({
  setTimeout: scope.setTimeout.bind(scope),
  clearTimeout: scope.clearTimeout.bind(scope),
  setInterval: scope.setInterval.bind(scope),
  clearInterval: scope.clearInterval.bind(scope),
})
Object.assign(scope, idle.timers)

const environment: Environment = {
  // The frame's policy forbids eval but allows blob scripts, so the program is loaded as one.
  prepare: (code) => {
    // Arrow functions, so that `arguments` is as unknown to the program as it is to a module.
    const text = `self.${SLOT} = (__doppelclass) => (async () => { 'use strict';\n${code}\n})()`
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
    return {
      name: url,
      lineOffset: 1,
      load: () => {
        importScripts(url)
        const program = scope[SLOT] as ReturnType<Script['load']>
        delete scope[SLOT]
        return program
      },
    }
  },
  installConsole: (console) => {
    Object.assign(scope, { console: { ...console } })
  },
  onBlocked: (listener) => closeDoors(scope, listener),
  onUncaught: (listener) => {
    const errorOf = readerOf(ErrorEvent.prototype, 'error')
    const messageOf = readerOf(ErrorEvent.prototype, 'message')
    const reasonOf = readerOf(PromiseRejectionEvent.prototype, 'reason')
    scope.addEventListener('error', (event: ErrorEvent) => {
      apply(preventDefault, event, [])
      listener(errorOf(event) ?? messageOf(event))
    })
    scope.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
      apply(preventDefault, event, [])
      listener(reasonOf(event))
    })
  },
  idle,
  now: performance.now.bind(performance),
}

scope.addEventListener(
  'message',
  (event: MessageEvent) => {
    const port = event.ports[0]
    if (port !== undefined) serve(port, environment)
  },
  { once: true },
)
