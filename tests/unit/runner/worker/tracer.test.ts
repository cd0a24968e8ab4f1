/** Probes, host and console report plain events in the order of what happened. */
import { expect, test } from 'vitest'
import { startTracer } from './probe-kit.ts'

test('a module is reported with its key and its file', () => {
  const { probes, events } = startTracer()
  probes.module('node_modules/dask/distributed/plugin.ts', 'node_modules/distributed/plugin.ts')
  expect(events).toEqual([
    {
      kind: 'module-evaluated',
      module: 'node_modules/dask/distributed/plugin.ts',
      file: 'node_modules/distributed/plugin.ts',
    },
  ])
})

test('the classes of a check are reported just before it', () => {
  const { check, events } = startTracer()
  check(new Map(), Set)
  expect(events.map((event) => ('name' in event ? event.name : event.kind))).toEqual([
    'Map',
    'Object',
    'Set',
    'instanceof-checked',
  ])
})

test('a check that throws is reported, and throws what the operator throws', () => {
  const { check, checks } = startTracer()
  const error = new Error('own')
  const target = {
    [Symbol.hasInstance]: () => {
      throw error
    },
  }
  expect(() => check(1, target)).toThrow(error)
  expect(checks()).toMatchObject([{ reason: 'threw', answer: false }])
})

test('import.meta is one object for a module, as the language makes it', () => {
  const { probes } = startTracer()
  const meta = probes.meta('src/a b.ts')
  expect(meta.url).toBe('file:///project/src/a%20b.ts')
  expect(Object.getPrototypeOf(meta)).toBeNull()
  expect(Object.assign(meta, { mine: 1 })).toBe(probes.meta('src/a b.ts'))
  expect(probes.meta('other.ts')).not.toBe(meta)
})

test('a program cannot change what it was given', () => {
  const { bundle } = startTracer()
  expect(Object.isFrozen(bundle)).toBe(true)
  expect(Object.isFrozen(bundle.host)).toBe(true)
  expect(Object.keys(bundle).sort()).toEqual(['class', 'host', 'instanceof', 'meta', 'module'])
})

test('a console line holds a picture of each value', () => {
  const { console, events } = startTracer()
  console.warn('a', 1, undefined)
  console.dirxml()
  expect(events).toEqual([
    {
      kind: 'console',
      level: 'warn',
      values: [
        { kind: 'primitive', type: 'string', text: 'a' },
        { kind: 'primitive', type: 'number', text: '1' },
        { kind: 'primitive', type: 'undefined', text: 'undefined' },
      ],
    },
    { kind: 'console', level: 'log', values: [] },
  ])
})

class WorkerPlugin {}
class Mine extends WorkerPlugin {}
class SchedulerPlugin {}

test('a dispatch is reported by the identities of its arms and hops', () => {
  const { create, host, events } = startTracer()
  for (const one of [WorkerPlugin, Mine, SchedulerPlugin]) create(one)
  const report = {
    kind: 'dispatched',
    function: 'registerPlugin',
    value: new Mine(),
    arms: [SchedulerPlugin, WorkerPlugin],
    hops: [
      { class: Mine, arm: null },
      { class: WorkerPlugin, arm: WorkerPlugin },
    ],
    chosen: WorkerPlugin,
  } as const
  host.report(report)
  host.report({ ...report, value: 1, hops: [{ class: Number, arm: null }], chosen: null })
  expect(events.filter(({ kind }) => kind === 'dispatched')).toMatchObject([
    {
      function: 'registerPlugin',
      value: { kind: 'object', name: 'Mine', class: 2 },
      arms: [
        { class: 3, label: 'SchedulerPlugin' },
        { class: 1, label: 'WorkerPlugin' },
      ],
      hops: [
        { class: 2, label: 'Mine', arm: null },
        { class: 1, label: 'WorkerPlugin', arm: 1 },
      ],
      chosen: 1,
    },
    { value: { text: '1' }, hops: [{ class: 4, label: 'Number', arm: null }], chosen: null },
  ])
})

test('a plugin is reported by its name and its class', () => {
  const { create, host, events } = startTracer()
  create(Mine)
  const plugin = { process: 'worker-0', pluginKind: 'worker', name: 'mine-1', via: 'registerPlugin' } as const
  host.report({ kind: 'plugin-registered', ...plugin, plugin: new Mine() })
  host.report({ kind: 'plugin-unregistered', ...plugin, plugin: Object.create(null) })
  expect(events.slice(-2)).toEqual([
    {
      kind: 'plugin-registered',
      process: 'worker-0',
      pluginKind: 'worker',
      plugin: 'mine-1',
      class: 2,
      via: 'registerPlugin',
    },
    {
      kind: 'plugin-unregistered',
      process: 'worker-0',
      pluginKind: 'worker',
      plugin: 'mine-1',
      class: null,
      via: 'registerPlugin',
    },
  ])
})

test('a hook is reported with what it was given and what it threw', () => {
  const { host, events } = startTracer()
  const hook = {
    kind: 'hook-called',
    process: 'worker-0',
    pluginKind: 'worker',
    name: 'mine',
    plugin: null,
    hook: 'transition',
    args: { key: 'k' },
  } as const
  host.report({ ...hook, thrown: null })
  host.report({ ...hook, thrown: { error: new RangeError('bad') } })
  expect(events.slice(-2)).toMatchObject([
    {
      kind: 'hook-called',
      plugin: 'mine',
      class: null,
      hook: 'transition',
      args: { entries: [{ key: 'key' }] },
      error: null,
    },
    { error: { name: 'RangeError', message: 'bad' } },
  ])
})

test('what is plain already is passed on, and a payload becomes a picture', () => {
  const { host, events } = startTracer()
  host.report({ kind: 'task-transition', process: 'scheduler', key: 'k', start: 'released', finish: 'waiting' })
  host.report({ kind: 'warned', process: 'client', category: 'FutureWarning', message: 'soon' })
  host.report({ kind: 'logged', process: 'scheduler', level: 'INFO', logger: 'distributed.core', message: 'up' })
  host.report({
    kind: 'message-sent',
    from: 'client',
    to: 'scheduler',
    op: 'register-worker-plugin',
    payload: { plugin: new Uint8Array(2) },
  })
  expect(events.filter(({ kind }) => kind !== 'class-created')).toMatchObject([
    { kind: 'task-transition', start: 'released' },
    { kind: 'warned', category: 'FutureWarning' },
    { kind: 'logged', level: 'INFO' },
    {
      kind: 'message-sent',
      payload: { of: 'plain', entries: [{ key: 'plugin', value: { of: 'array', name: 'Uint8Array' } }] },
    },
  ])
})
