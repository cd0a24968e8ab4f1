/** The same worker in Node: a thread that serves one run through the port it was given. */
import { Script } from 'node:vm'
import { type MessagePort, workerData } from 'node:worker_threads'
import type { Port } from '../protocol.ts'
import { createIdleTracker, type Timers } from './idle.ts'
import { type Environment, serve } from './serve.ts'

const { port } = workerData as { readonly port: MessagePort }
// biome-ignore lint/suspicious/noExplicitAny: Node's timers return objects, a browser's numbers; nobody looks inside.
const idle = createIdleTracker({ setTimeout, clearTimeout, setInterval, clearInterval } as any as Timers)
Object.assign(globalThis, idle.timers)

const SCRIPT_NAME = 'bundle.js'
const environment: Environment = {
  prepare: (code) => ({
    name: SCRIPT_NAME,
    lineOffset: 1,
    load: () =>
      new Script(`(__doppelclass) => (async () => { 'use strict';\n${code}\n})()`, {
        filename: SCRIPT_NAME,
      }).runInThisContext(),
  }),
  installConsole: (console) => {
    Object.assign(globalThis, { console: { ...console } })
  },
  // A thread shares everything with its process: nothing is kept from a program here.
  onBlocked: () => undefined,
  onUncaught: (listener) => {
    process.on('uncaughtException', listener)
    process.on('unhandledRejection', listener)
  },
  idle,
  now: performance.now.bind(performance),
}

serve(asPort(port), environment)

function asPort(nodePort: MessagePort): Port {
  return {
    postMessage: (message) => nodePort.postMessage(message),
    addEventListener: (_type, listener) => nodePort.on('message', (data: unknown) => listener({ data })),
    start: () => undefined,
  }
}
