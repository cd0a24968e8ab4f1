/** Which classes and checks are listed, in what order, and which check is drawn. */
import { describe, expect, test } from 'vitest'
import { chooseCheck, listChecks } from '../../../../../src/components/lab/xray/check-choice.ts'
import {
  findClasses,
  type Listed,
  MAX_FOUND,
  sortClasses,
} from '../../../../../src/components/lab/xray/class-sections.ts'
import type { InstanceofChecked, TraceEvent } from '../../../../../src/trace/events.ts'
import { foldCheckGroups } from '../../../../../src/trace/model/check-groups.ts'
import { foldClasses } from '../../../../../src/trace/model/classes.ts'
import { created, id, said, span, text } from '../../../trace/model/hand-written.ts'

const isOwnFile = (module: string) => module === 'main.ts'

function check(line: number, change: Partial<InstanceofChecked> = {}): InstanceofChecked {
  const hops = [{ class: id(3), label: 'Mine', met: false }]
  const event = { span: span('main.ts', line), value: text('v'), target: id(1), targetLabel: 'Plugin', hops }
  return { kind: 'instanceof-checked', reason: 'end-of-chain', answer: false, ...event, ...change }
}
const passed = (line: number) =>
  check(line, { reason: 'met', answer: true, hops: [{ class: id(1), label: 'Plugin', met: true }] })
const twin = (line: number) => check(line, { hops: [{ class: id(2), label: 'Plugin', met: false }] })
const inPackage = (line: number) => check(line, { span: span('node_modules/kit/a.ts', line) })

function choose(
  events: readonly TraceEvent[],
  selected: number | null = null,
  before: InstanceofChecked | null = null,
) {
  const selection = selected === null ? null : ({ kind: 'event', index: selected } as const)
  const view = { events, step: events.length, current: null, bundle: null, selection, select: () => undefined }
  return chooseCheck(foldCheckGroups(events), view, { before, isOwnFile })?.index
}

describe('the check that is drawn', () => {
  const events = [passed(1), said('x'), check(2), twin(3), inPackage(4)]

  test('is the first that stumbled over a twin, or else that failed, or else the last', () => {
    expect(choose(events)).toBe(3)
    expect(choose(events.slice(0, 3))).toBe(2)
    expect(choose([passed(1), passed(2)])).toBe(1)
    expect(choose([inPackage(1)])).toBeUndefined()
  })

  test('is the selected one, whoever selected it, and its group for a repeated one', () => {
    expect(choose(events, 4)).toBe(4)
    expect(choose([...events, check(2)], 5)).toBe(2)
  })

  test('stays when something else is selected, and in the next run', () => {
    expect(choose(events, 1, passed(1))).toBe(0)
    expect(choose([said('new'), ...events], null, passed(1))).toBe(1)
    expect(choose(events, null, passed(77))).toBe(3)
  })
})

test('checks inside packages stand apart, and both lists are bounded', () => {
  const many = Array.from({ length: 1_000 }, (_, line) => (line % 2 === 0 ? check(line) : inPackage(line)))
  const { groups } = foldCheckGroups(many)
  const last = groups.at(-2)
  const { own, others } = listChecks(groups, isOwnFile, last)
  expect(own.shown.length + own.omitted).toBe(500)
  expect(others.shown.length + others.omitted).toBe(500)
  expect(own.shown.length + others.shown.length).toBeLessThanOrEqual(201)
  expect(own.shown.at(-1)).toBe(last)
})

describe('classes', () => {
  const events = [
    created(1, 'Plugin', { in: 'node_modules/kit/a.ts' }),
    created(2, 'Plugin', { in: 'node_modules/dask/a.ts' }),
    created(3, 'Mine', { in: 'main.ts', base: 2 }),
    created(4, 'Other', { in: 'node_modules/kit/a.ts' }),
    created(5, 'Other', { in: 'node_modules/dask/a.ts' }),
    created(6, 'Error'),
  ]

  test('that a check stumbled over come first, then the own ones, other twins and the rest', () => {
    const names = (checks: readonly TraceEvent[]) => {
      const sections = sortClasses(foldClasses(events), foldCheckGroups(checks).groups, isOwnFile)
      const { stumbled, own, otherTwins, rest } = sections
      return [stumbled, own, otherTwins, rest].map(({ shown }: Listed<{ name: string }>) =>
        shown.map(({ name }) => name),
      )
    }
    expect(names([twin(1)])).toEqual([['Plugin'], ['Mine'], ['Other'], ['Error']])
    expect(names([check(1)])).toEqual([[], ['Mine'], ['Plugin', 'Other'], ['Error']])
  })

  test('are bounded, and what is left out is counted', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => created(index + 1, `C${index}`, { in: 'main.ts' }))
    const model = foldClasses(many)
    const { own } = sortClasses(model, [], isOwnFile)
    expect(own.shown.length + own.omitted).toBe(5_000)
    expect(own.shown.length).toBeLessThan(200)
    const { found, count } = findClasses(model, 'c4')
    expect(count).toBe(1_111)
    expect(found.shown).toHaveLength(MAX_FOUND)
    expect(found.omitted).toBe(1_111 - MAX_FOUND)
  })

  test('are found by name, module or file, whatever the case', () => {
    const found = (text: string) => findClasses(foldClasses(events), text).found.shown.map(({ id: known }) => known)
    expect(found('PLUGIN')).toEqual([1, 2])
    expect(found('dask/')).toEqual([2, 5])
    expect(found('nowhere')).toEqual([])
  })
})
