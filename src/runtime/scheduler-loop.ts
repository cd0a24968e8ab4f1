/** distributed/scheduler.py `Scheduler`, the loop around its state machine: performs what follows from a stimulus, and tells clients, workers, plugins and listeners. */
import { policy } from 'distributed/_version'
import { createClock } from 'distributed/clock'
import { type Status, send } from 'distributed/core'
import type { SchedulerPlugin } from 'distributed/diagnostics/plugin'
import { host } from 'distributed/host'
import { createIds } from 'distributed/ids'
import { createLull } from 'distributed/lull'
import type { Nanny } from 'distributed/nanny'
import { type ClientComm, tellTask } from 'distributed/scheduler-comms'
import { Events } from 'distributed/scheduler-events'
import type { SchedulerTransition } from 'distributed/scheduler-hooks'
import { type Receiver, SchedulerPlugins } from 'distributed/scheduler-plugins'
import { SchedulerState } from 'distributed/scheduler-state'
import type { SchedulerInstruction, SchedulerMessage, SchedulerStimulus, TaskState } from 'distributed/scheduler-tasks'
import { reportsOf } from 'distributed/scheduler-transitions'
import { announceGraph } from 'distributed/scheduler-update-graph'
import { type Timer, Timers } from 'distributed/timers'
import type { Worker } from 'distributed/worker'

/** Seconds. distributed.yaml `scheduler.work-stealing-interval` */
const STEALING_INTERVAL = 1

export abstract class SchedulerLoop {
  readonly address: string
  readonly state = new SchedulerState()
  readonly events = new Events()
  readonly clock = createClock()
  /** Draws the names that Dask draws at random. */
  readonly nextId = createIds()
  /** What the names of this cluster's processes end with, where several clusters share one program. */
  readonly suffix: string
  status: Status = 'running'
  readonly #lull = createLull(() => this.#timePasses())
  readonly #timers = new Timers()
  /** Whether nothing has happened since work was last looked for. */
  #hasBalanced = false
  protected readonly held = new SchedulerPlugins(this)
  protected readonly clientComms = new Map<string, ClientComm>()
  protected readonly joined = new Map<string, Worker>()
  protected readonly nannies = new Map<string, Nanny>()

  constructor({ suffix = '' }: { readonly suffix?: string } = {}) {
    this.suffix = suffix
    this.address = `scheduler${suffix}`
  }

  get plugins(): ReadonlyMap<string, SchedulerPlugin> {
    return this.held.own
  }

  /** The workers that have joined, by address. */
  get workers(): ReadonlyMap<string, Worker> {
    return this.joined
  }

  /** Every task that it knows, by key. */
  get tasks(): ReadonlyMap<string, TaskState> {
    return this.state.tasks
  }

  /** Those that plugins of a kind are passed on to. scheduler.py `broadcast`: nannies answer under the addresses of their workers */
  receivers(kind: 'worker' | 'nanny'): readonly Receiver[] {
    const workers = [...this.joined.values()]
    if (kind === 'worker') return workers.map((process) => ({ process, answersAs: process.address }))
    return workers.flatMap(({ address, nanny }) => {
      const process = this.nannies.get(nanny ?? '')
      return process === undefined ? [] : [{ process, answersAs: address }]
    })
  }

  nanniesOf(addresses: readonly string[]): readonly Nanny[] {
    const names = addresses.map((address) => this.joined.get(address)?.nanny ?? '')
    return names.flatMap((name) => this.nannies.get(name) ?? [])
  }

  /** @returns the id under which plugins hear of what follows */
  handleStimulus(stimulus: SchedulerStimulus, stimulusId = this.nextId(stimulus.op)): string {
    for (const instruction of this.state.handleStimulus(stimulus)) this.#perform(instruction, stimulusId)
    if (stimulus.op !== 'balance') {
      this.#hasBalanced = false
      this.#lull.interrupt()
    }
    return stimulusId
  }

  /** scheduler.py `log_event` */
  logEvent(topic: string | readonly string[], message: unknown): void {
    const event = [this.clock.now(), message] as const
    const isHeard = typeof topic === 'string' || policy.severalTopics === 'heard'
    for (const name of [topic].flat()) {
      this.events.publish(name, event)
      if (isHeard) this.notify('logEvent', [name, message], { topic: name, message })
    }
  }

  /** Calls a hook of every plugin that cannot be async. */
  notify(hook: string, parameters: readonly unknown[], args: object): void {
    this.held.notify(hook, parameters, args)
  }

  tellClients(op: string, tell: (comm: ClientComm) => void): void {
    for (const client of this.clientComms.keys()) this.tellClient(client, op, tell)
  }

  tellClient(client: string, op: string, tell: (comm: ClientComm) => void, message: object = {}): void {
    const comm = this.clientComms.get(client)
    if (comm !== undefined) send(this.route(client, op), message, () => tell(comm))
  }

  /** The stream of a client breaks on an error of the scheduler's. core.py `handle_stream`, client.py `_reconnect` */
  abstract reconnect(client: string, error: unknown): void

  /** scheduler.py `report_on_key` */
  reportKey(client: string, key: string): void {
    const task = this.state.tasks.get(key)
    if (task === undefined) this.tellClient(client, 'cancelled-keys', (comm) => comm.handleCancelledKeys([key], {}))
    else for (const message of reportsOf(task, [client])) this.#deliver(message)
  }

  log(level: 'INFO' | 'WARNING' | 'ERROR', message: string, logger = 'distributed.scheduler'): void {
    host.report({ kind: 'logged', process: this.address, level, logger, message })
  }

  protected route(to: string, op: string) {
    return { from: this.address, to, op }
  }

  /** Whoever waits for less than what goes on takes hears of it as soon as nothing else happens. */
  readonly startTimer = (seconds: number): Timer => {
    const timer = this.#timers.add(this.clock.now() + seconds)
    this.#lull.interrupt()
    return timer
  }

  /** Nothing happens for a while: time passes, and whoever looks around by the clock does so. stealing.py `balance` */
  #timePasses(): void {
    if (this.status === 'closed') {
      this.#timers.fire(Number.POSITIVE_INFINITY)
      return
    }
    const { next } = this.#timers
    // Whatever there was to steal has been stolen the first time.
    const isFruitless = this.#hasBalanced && next !== null
    this.clock.advance(isFruitless ? Math.max(next - this.clock.now(), 0) : STEALING_INTERVAL)
    this.#hasBalanced = true
    this.handleStimulus({ op: 'balance', now: this.clock.now() })
    this.#timers.fire(this.clock.now())
    if (this.#timers.next !== null) this.#lull.interrupt()
  }

  #perform(instruction: SchedulerInstruction, stimulusId: string): void {
    switch (instruction.op) {
      case 'transition': {
        const { key, start, finish, details } = instruction
        host.report({ kind: 'task-transition', process: this.address, key, start, finish })
        if (this.plugins.size === 0) break
        const told: SchedulerTransition = { ...details, stimulusId }
        this.notify('transition', [key, start, finish, told], { key, start, finish, ...told })
        break
      }
      case 'update-graph':
        announceGraph(this, instruction, stimulusId)
        break
      case 'log':
        this.log(instruction.level, instruction.message)
        break
      case 'log-event':
        this.logEvent(instruction.topic, instruction.message)
        break
      default:
        this.#deliver(instruction)
    }
  }

  #deliver(message: SchedulerMessage): void {
    if ('client' in message) {
      const { op, client, ...told } = message
      this.tellClient(client, op, (comm) => tellTask(comm, message), told)
      return
    }
    const worker = this.joined.get(message.worker)
    const { op, worker: address, ...told } = message
    if (worker !== undefined) send(this.route(address, op), told, () => worker.handleStimulus(message))
  }
}
