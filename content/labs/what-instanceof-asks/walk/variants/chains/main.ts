/**
 * Puts the hidden questions to the reader's walk. Each report is made by asking `instanceof` of it, in this file: a line
 * in the console could come from anywhere, a check at this place only from here.
 */
import { fleeting, isList, type Question, questions } from './chains.ts'
import * as reader from './walk.ts'

if (!('walk' in reader)) throw new Error('walk.ts has no export walk')

/** What walk said to one question, in words that a goal can read. */
class Report {
  constructor(
    readonly question: string,
    readonly expected: boolean,
    /** `true`, `false`, what was thrown, or the type of whatever else it is. */
    readonly answer: string,
    /** `right`, or what is wrong with the chain. */
    readonly chain: string,
    readonly length: number,
    readonly walked: number,
  ) {}
}

/** What walk said of a chain that can be walked but once. */
class OneWalk {
  constructor(
    readonly answer: string,
    readonly isOnChain: boolean,
  ) {}
}

for (const question of questions) {
  const { answer, chain } = answerTo(question)
  const { text, expected, walked } = question
  const length = isList(chain) ? chain.length : -1
  send(new Report(text, expected, answer, judgeChain(chain, question), length, walked), Report)
}
const { value, Class } = fleeting()
const { answer, chain } = answerTo({ value, Class })
send(new OneWalk(answer, isList(chain) && includes(chain, Class.prototype)), OneWalk)

function send(report: object, Kind: typeof Report | typeof OneWalk): void {
  if (!(report instanceof Kind)) throw new Error('A report is no report.')
}

function answerTo({ value, Class }: Pick<Question, 'value' | 'Class'>): { answer: string; chain: unknown } {
  try {
    const said: Partial<Record<'answer' | 'chain', unknown>> = Object(reader.walk(value, Class))
    const { answer, chain } = said
    return { answer: typeof answer === 'boolean' ? `${answer}` : typeof answer, chain }
  } catch (error) {
    return { answer: String(error), chain: undefined }
  }
}

/** A walk may stop where the operator stops, or go on to the end of the chain. */
function judgeChain(chain: unknown, { value, above, walked }: Question): string {
  if (!isList(chain)) return 'no-list'
  if (chain.length > 0 && chain[0] === value) return 'itself'
  for (let index = 0; index < chain.length; index += 1) {
    if (chain[index] === null) return 'null'
    if (index >= above.length) return 'long'
    if (chain[index] !== above[index]) return 'other'
  }
  return chain.length < walked ? 'short' : 'right'
}

function includes(list: readonly unknown[], sought: unknown): boolean {
  for (let index = 0; index < list.length; index += 1) if (list[index] === sought) return true
  return false
}
