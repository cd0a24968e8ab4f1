/** The cluster of a run: its processes, the plugins in their seats, the tasks by state, and what happened last. */
import type {
  ClassId,
  HookCalled,
  MessageSent,
  PluginKind,
  PluginRegistered,
  ProcessName,
  TaskTransition,
  TraceEvent,
} from '../events.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'

export type ProcessRole = 'client' | 'scheduler' | 'worker' | 'nanny' | 'other'

export interface PluginSeat {
  readonly plugin: string
  readonly kind: PluginKind
  readonly class: ClassId | null
  /** The client's method that asked for it; null when a joining worker received it. */
  readonly via: string | null
  /** The place of its registration in the trace. */
  readonly index: number
  /** How often each of its hooks was called here, in the order of the first call. */
  readonly hooks: ReadonlyMap<string, number>
}

export interface ProcessState {
  readonly name: ProcessName
  readonly role: ProcessRole
  /** Whether it has said goodbye. */
  readonly isGone: boolean
  readonly seats: readonly PluginSeat[]
  /** How many tasks are in each state, by Dask's own name of it; a forgotten task is in none. */
  readonly tasks: ReadonlyMap<string, number>
  readonly sent: number
  readonly received: number
}

export type ClusterEvent = PluginRegistered | HookCalled | TaskTransition | MessageSent

export interface ClusterEntry {
  readonly index: number
  readonly event: ClusterEvent
}

export interface ClusterModel {
  /** In the order in which each was first heard of. */
  readonly processes: readonly ProcessState[]
  /** The latest events, the latest last. */
  readonly recent: readonly ClusterEntry[]
  /** How many came before those. */
  readonly earlier: number
}

export function foldCluster(events: readonly TraceEvent[], upTo?: number): ClusterModel {
  return foldTrace(clusterView, events, upTo)
}

/** As many as a reader can still look through. */
const RECENT = 50

/** What a process sends when it leaves: distributed/worker.py and client.py. */
const GOODBYES: ReadonlySet<string> = new Set(['close-stream', 'close-client'])

interface ClusterNotes {
  readonly processes: Map<ProcessName, ProcessState>
  /** Tasks that came back to `released`, by process and key. A task that is new starts there too, and was counted nowhere. */
  readonly released: Set<string>
  recent: readonly ClusterEntry[]
  count: number
}

export const clusterView: View<ClusterNotes, ClusterModel> = {
  start: () => ({ processes: new Map(), released: new Set(), recent: [], count: 0 }),
  step(notes, event, index) {
    if (!isClusterEvent(event)) return
    for (const change of changesOf(event, index, notes.released)) apply(notes, change)
    notes.recent = [...notes.recent.slice(1 - RECENT), { index, event }]
    notes.count += 1
  },
  finish: ({ processes, recent, count }) => ({
    processes: [...processes.values()],
    recent,
    earlier: count - recent.length,
  }),
  // A process is replaced, never changed.
  copy: (notes) => ({ ...notes, processes: new Map(notes.processes), released: new Set(notes.released) }),
}

export function isClusterEvent(event: TraceEvent): event is ClusterEvent {
  switch (event.kind) {
    case 'plugin-registered':
    case 'plugin-unregistered':
    case 'hook-called':
    case 'task-transition':
    case 'message-sent':
      return true
    default:
      return false
  }
}

/** The processes that an event happens in: two for a message. */
export function processesOf(event: ClusterEvent): readonly ProcessName[] {
  return event.kind === 'message-sent' ? [event.from, event.to] : [event.process]
}

interface Change {
  readonly process: ProcessName
  readonly update: (state: ProcessState) => Partial<ProcessState>
}

function changesOf(event: ClusterEvent, index: number, released: Set<string>): readonly Change[] {
  switch (event.kind) {
    case 'message-sent':
      return [
        {
          process: event.from,
          update: ({ sent, isGone }) => ({ sent: sent + 1, isGone: isGone || GOODBYES.has(event.op) }),
        },
        { process: event.to, update: ({ received }) => ({ received: received + 1 }) },
      ]
    case 'task-transition': {
      const isNew = noteReleased(event, released)
      return [{ process: event.process, update: ({ tasks }) => ({ tasks: moved(tasks, event, isNew) }) }]
    }
    case 'plugin-registered':
      return [
        { process: event.process, update: ({ seats }) => ({ seats: [...without(seats, event), seat(event, index)] }) },
      ]
    case 'plugin-unregistered':
      return [{ process: event.process, update: ({ seats }) => ({ seats: without(seats, event) }) }]
    case 'hook-called':
      // A hook that throws is reported a second time, with its error: it was called once.
      if (event.error !== null) return [{ process: event.process, update: () => ({}) }]
      return [{ process: event.process, update: ({ seats }) => ({ seats: seats.map((one) => called(one, event)) }) }]
  }
}

function apply({ processes }: ClusterNotes, { process, update }: Change): void {
  const known = processes.get(process) ?? newProcess(process)
  processes.set(process, { ...known, ...update(known) })
}

function newProcess(name: ProcessName): ProcessState {
  return { name, role: roleOf(name), isGone: false, seats: [], tasks: new Map(), sent: 0, received: 0 }
}

function roleOf(name: ProcessName): ProcessRole {
  const role = /^(client|scheduler|worker|nanny)\b/.exec(name)?.[1]
  return role === 'client' || role === 'scheduler' || role === 'worker' || role === 'nanny' ? role : 'other'
}

/** @returns whether the task is new to the process */
function noteReleased({ process, key, start, finish }: TaskTransition, released: Set<string>): boolean {
  const task = `${process} ${key}`
  const wasHere = released.delete(task)
  if (finish === 'released') released.add(task)
  return start === 'released' && !wasHere
}

function moved(
  tasks: ReadonlyMap<string, number>,
  { start, finish }: TaskTransition,
  isNew: boolean,
): ReadonlyMap<string, number> {
  const counts = new Map(tasks)
  const before = isNew ? 0 : (counts.get(start) ?? 0)
  if (before === 1) counts.delete(start)
  if (before > 1) counts.set(start, before - 1)
  if (finish !== 'forgotten') counts.set(finish, (counts.get(finish) ?? 0) + 1)
  return counts
}

function seat(event: PluginRegistered, index: number): PluginSeat {
  const { plugin, pluginKind: kind, class: id, via } = event
  return { plugin, kind, class: id, via, index, hooks: new Map() }
}

function without(seats: readonly PluginSeat[], { plugin, pluginKind }: PluginRegistered): readonly PluginSeat[] {
  return seats.filter((one) => one.plugin !== plugin || one.kind !== pluginKind)
}

function called(one: PluginSeat, { plugin, pluginKind, hook }: HookCalled): PluginSeat {
  if (one.plugin !== plugin || one.kind !== pluginKind) return one
  return { ...one, hooks: new Map(one.hooks).set(hook, (one.hooks.get(hook) ?? 0) + 1) }
}
