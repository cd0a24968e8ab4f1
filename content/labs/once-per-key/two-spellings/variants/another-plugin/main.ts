/**
 * Offers the worker the reader's monitor, a class below it, and strangers. Each report is made by asking `instanceof` of
 * it, in this file: a line in the console could come from anywhere, a check at this place only from here.
 */
import * as monitor from './monitor.ts'
import * as worker from './worker.ts'

if (!('TaskMonitor' in monitor)) throw new Error('monitor.ts has no export TaskMonitor')
if (!('accept' in worker)) throw new Error('worker.ts has no export accept')

/** What the worker said to one plugin. */
class Offer {
  readonly plugin: string
  readonly isStranger: boolean
  readonly answer: string

  constructor(plugin: string, isStranger: boolean, answer: string) {
    this.plugin = plugin
    this.isStranger = isStranger
    this.answer = answer
  }
}

/** What the reader's plugin has from its base. */
class Inheritance {
  readonly setup: string

  constructor(setup: string) {
    this.setup = setup
  }
}

class Kin extends monitor.TaskMonitor {}

const Namesake = (() => {
  class WorkerPlugin {
    setup() {
      return 'ready'
    }
  }
  return WorkerPlugin
})()

offer('new TaskMonitor()', false, new monitor.TaskMonitor())
offer('a subclass of TaskMonitor', false, new Kin())
offer('class WorkerPlugin of another file', true, new Namesake())
offer('{ setup() {…} }', true, { setup: () => 'ready' })
offer('{}', true, {})
send(new Inheritance(setupOf(new monitor.TaskMonitor())), Inheritance)

function offer(name: string, isStranger: boolean, plugin: object): void {
  send(
    new Offer(
      name,
      isStranger,
      attempt(() => worker.accept(plugin)),
    ),
    Offer,
  )
}

function setupOf(plugin: { readonly setup: () => string }): string {
  return attempt(() => plugin.setup())
}

function attempt(action: () => unknown): string {
  try {
    // Not `String`, which the reader's files may have replaced.
    return `${action()}`
  } catch (error) {
    return `${error}`
  }
}

function send(report: object, Kind: typeof Offer | typeof Inheritance): void {
  if (!(report instanceof Kind)) throw new Error('A report is no report.')
}
