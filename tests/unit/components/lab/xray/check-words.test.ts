/** What is said of a check is true of it: real programs are asked, and the words compared with what the program knows. */
import { describe, expect, test } from 'vitest'
import { createClassLabels } from '../../../../../src/components/lab/class-labels.ts'
import {
  answerOf,
  type CheckTexts,
  compare,
  describeEnd,
  describeValue,
  hopKind,
  verdictOf,
} from '../../../../../src/components/lab/xray/check-words.ts'
import { en } from '../../../../../src/i18n/lab/en.ts'
import { zhCn } from '../../../../../src/i18n/lab/zh-cn.ts'
import type { TraceEvent } from '../../../../../src/trace/events.ts'
import { foldChecks } from '../../../../../src/trace/model/checks.ts'
import { foldClasses } from '../../../../../src/trace/model/classes.ts'
import { runTraced } from '../../../../support/small-program.ts'
import { id, text } from '../../../trace/model/hand-written.ts'

function textsOf(events: readonly TraceEvent[], strings = en): CheckTexts {
  const classes = foldClasses(events)
  return { strings, classes, labels: createClassLabels(classes) }
}

/** Runs a check of a program, and says all that is said of it. */
async function tell(question: string) {
  const { events } = await runTraced({
    'main.ts': `
      class Plugin {}
      const Twin = [class Plugin {}][0]
      class Mine extends Twin {}
      class Even { static [Symbol.hasInstance](value) { return value % 2 === 0 } }
      try { ${question} } catch {}`,
  })
  const texts = textsOf(events)
  const [check] = foldChecks(events)
  if (check === undefined) throw new Error(`Nothing was checked by ${question}.`)
  return {
    answer: answerOf(check, texts),
    verdict: verdictOf(check, texts),
    value: describeValue(check, en),
    end: describeEnd(check, en)?.label ?? null,
    kinds: check.hops.map(hopKind),
    comparisons: check.hops.flatMap((hop) => check.wanted.map((wanted) => compare(hop, wanted, check))),
    chinese: verdictOf(check, textsOf(events, zhCn)),
  }
}

describe('an instanceof', () => {
  test('that meets its target says where', async () => {
    expect(await tell('new Mine() instanceof Mine')).toMatchObject({
      answer: 'true',
      verdict: 'true: the walk met Mine itself.',
      end: null,
      kinds: ['met'],
      comparisons: ['same'],
    })
  })

  test('that meets a namesake names both', async () => {
    expect(await tell('new Mine() instanceof Plugin')).toMatchObject({
      answer: 'false',
      verdict: expect.stringMatching(/^false: the walk met Plugin #2, which only has the name of Plugin #1,/),
      end: 'null',
      kinds: ['passed', 'failed', 'passed'],
      comparisons: ['other', 'same-name', 'other'],
    })
  })

  test.each([
    ['new Mine() instanceof Even', 'false', en.valueNotAsked, /Even has a Symbol\.hasInstance of its own/],
    ['4 instanceof Even', 'true', en.valueNotAsked, /^true: Even has a Symbol\.hasInstance of its own/],
    ['4 instanceof Plugin', 'false', en.valuePrimitive, /a primitive value has no prototype chain/],
    ['null instanceof Plugin', 'false', en.valuePrimitive, /a primitive value has no prototype chain/],
    ['Object.create(null) instanceof Plugin', 'false', en.valueNoPrototype, /without a prototype/],
    ['({}) instanceof Plugin', 'false', en.valueObject, /Plugin #1 is nowhere on the chain/],
    ['({}) instanceof 5', 'threw', en.valueNotAsked, /^No answer: the check threw/],
    ['({}) instanceof (() => 1)', 'threw', en.valueNotAsked, /^No answer: the check threw/],
    ['new Mine() instanceof Mine.bind(null)', 'true', en.valueObject, /bound function or a proxy/],
  ])('%s is told as it was', async (question, answer, value, verdict) => {
    const told = await tell(question)
    expect(told).toMatchObject({ answer, value })
    expect(told.verdict).toMatch(verdict)
    expect(told.chinese).not.toMatch(/\{\w+\}|undefined/)
    expect(told.chinese.startsWith(answer === 'threw' ? '没有结果' : answer)).toBe(true)
  })

  test('of a prototype that no class made has a hop without a name', async () => {
    const { kinds, value } = await tell('Object.create(Object.create({})) instanceof Plugin')
    expect(kinds).toHaveLength(3)
    expect(value).toBe(en.valueNameless)
  })

  test('of a chain longer than what is kept does not claim to have seen its end', async () => {
    const told = await tell(
      'let deep = new Mine(); for (let i = 0; i < 150; i += 1) deep = Object.create(deep); deep instanceof Plugin',
    )
    expect(told.end).toBe('…')
  })
})

describe('a dispatch', () => {
  const dispatched = (hops: readonly number[], chosen: number | null): TraceEvent => ({
    kind: 'dispatched',
    function: 'registerPlugin',
    at: null,
    value: text('value'),
    arms: [
      { class: id(1), label: 'WorkerPlugin' },
      { class: id(5), label: 'SchedulerPlugin' },
    ],
    hops: hops.map((hop) => ({
      class: id(hop),
      label: hop === 9 ? 'Mine' : 'WorkerPlugin',
      arm: hop === chosen ? id(hop) : null,
    })),
    chosen: chosen === null ? null : id(chosen),
  })

  test.each([
    [[9, 1], 1, 'takes WorkerPlugin', /takes the arm for WorkerPlugin: it is the very class/],
    [[9, 2], null, 'finds no arm', /WorkerPlugin has the name of WorkerPlugin and is not the same class/],
    [[9], null, 'finds no arm', /none of these classes is in the table/],
  ])('that walks %j and takes %s says so', (hops, chosen, answer, verdict) => {
    const events = [dispatched(hops, chosen)]
    const [check] = foldChecks(events)
    if (check === undefined) throw new Error('A dispatch is no check.')
    expect(answerOf(check, textsOf(events))).toBe(answer)
    expect(verdictOf(check, textsOf(events))).toMatch(verdict)
  })

  test('compares each hop with each arm', () => {
    const [check] = foldChecks([dispatched([9, 2], null)])
    expect(check?.hops.map((hop) => check.wanted.map((arm) => compare(hop, arm, check)))).toEqual([
      ['other', 'other'],
      ['same-name', 'other'],
    ])
  })
})
