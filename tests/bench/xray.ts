/** What a step of the timeline costs in a run of the size that the lab still has to bear. */
import type { ClassId, ModuleKey, TraceEvent } from '../../src/trace/events.ts'
import { checksView } from '../../src/trace/model/checks.ts'
import { classesView } from '../../src/trace/model/classes.ts'
import { clusterView } from '../../src/trace/model/cluster.ts'
import { compareRuns } from '../../src/trace/model/comparison.ts'
import { consoleView } from '../../src/trace/model/console.ts'
import { foldTrace, type View } from '../../src/trace/model/fold.ts'
import { modulesView } from '../../src/trace/model/modules.ts'
import { createScrubber } from '../../src/trace/model/scrubber.ts'
import { findSteps, stepAt } from '../../src/trace/model/steps.ts'
import { median, type Row } from './statistics.ts'

const SIZE = { modules: 2_000, classes: 5_000, events: 100_000 }

/** Times, in milliseconds, of each view: folded whole, and moved by one stop of the slider, forward and back. */
export function measureXray(samples: number): readonly Row[] {
  const events = largeRun()
  const repeat = (work: () => void) => Array.from({ length: samples }, () => time(work))
  const steps = findSteps(events, isOwnFile)
  const view = <Notes, Model>(name: string, view: View<Notes, Model>): readonly Row[] => {
    const { forward, back } = scrub(view, events, steps)
    return [
      row(
        `${name}: the whole run folded`,
        repeat(() => foldTrace(view, events)),
      ),
      row(`${name}: a step forward`, forward),
      row(`${name}: a step back`, back),
    ]
  }
  const trace = { events, outcome: { kind: 'completed' } } as const
  return [
    row(
      'timeline: the stops chosen',
      repeat(() => findSteps(events, isOwnFile)),
      `${steps.stops.length} stops`,
    ),
    ...view('modules', modulesView),
    ...view('classes', classesView),
    ...view('checks', checksView),
    ...view('console', consoleView),
    ...view('cluster', clusterView),
    row(
      'before and after: two runs compared',
      repeat(() => compareRuns(trace, trace)),
    ),
  ]
}

function scrub<Notes, Model>(
  view: View<Notes, Model>,
  events: readonly TraceEvent[],
  steps: ReturnType<typeof findSteps>,
) {
  const scrubber = createScrubber(view)
  const show = (position: number) => time(() => scrubber.at(events, stepAt(steps, position, events.length)))
  const positions = steps.stops.map((_, position) => position)
  return { forward: positions.map(show), back: positions.toReversed().map(show) }
}

function row(what: string, times: readonly number[], note = `at most ${Math.max(...times).toFixed(1)} ms`): Row {
  return { what, median: median(times), samples: times.length, note }
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function isOwnFile(file: string): boolean {
  return !file.startsWith('node_modules/')
}

/** All modules, half of them second keys of a file, then their classes, then a long life of a cluster with checks and prints. */
function largeRun(): readonly TraceEvent[] {
  const modules = Array.from({ length: SIZE.modules }, (_, index) => moduleEvaluated(index))
  const classes = Array.from({ length: SIZE.classes }, (_, index) => classCreated(index))
  const rest = SIZE.events - modules.length - classes.length
  return [...modules, ...classes, ...Array.from({ length: rest }, (_, index) => lively(index))]
}

function keyOf(index: number): ModuleKey {
  return (index % 2 === 0 ? `file-${index}.ts` : `node_modules/twin/file-${index - 1}.ts`) as ModuleKey
}

function moduleEvaluated(index: number): TraceEvent {
  return { kind: 'module-evaluated', module: keyOf(index), file: `file-${index - (index % 2)}.ts` }
}

function classCreated(index: number): TraceEvent {
  const module = keyOf(index % SIZE.modules)
  const line = 1 + Math.floor(index / SIZE.modules)
  return {
    kind: 'class-created',
    class: (index + 1) as ClassId,
    name: `Class${index >> 1}`,
    base: index === 0 ? null : (((index >> 1) + 1) as ClassId),
    span: { module, line, column: 1, endLine: line, endColumn: 20 },
  }
}

function lively(index: number): TraceEvent {
  const text = { kind: 'primitive', type: 'string', text: `line ${index % 1000}` } as const
  const process = `worker-${index % 16}`
  const id = ((index % SIZE.classes) + 1) as ClassId
  switch (index % 5) {
    case 0:
      return { kind: 'console', level: 'log', values: [text] }
    case 1:
      return { kind: 'message-sent', from: 'scheduler', to: process, op: 'compute-task', payload: text }
    case 2:
      return { kind: 'task-transition', process, key: `task-${index}`, start: 'waiting', finish: 'memory' }
    case 3:
      return {
        kind: 'hook-called',
        process,
        pluginKind: 'worker',
        plugin: 'Monitor',
        class: id,
        hook: 'transition',
        args: text,
        error: null,
      }
    default: {
      const span = { module: keyOf(index % SIZE.modules), line: 1, column: 1, endLine: 1, endColumn: 9 }
      const hops = [{ class: id, label: `Class${index >> 1}`, met: false }]
      return {
        kind: 'instanceof-checked',
        span,
        value: text,
        target: id,
        targetLabel: 'Class1',
        hops,
        reason: 'end-of-chain',
        answer: false,
      }
    }
  }
}
