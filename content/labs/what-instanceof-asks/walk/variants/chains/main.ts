/**
 * Puts the hidden questions to the reader's walk. Each report is made by asking `instanceof` of it, in this file: a line
 * in the console could come from anywhere, a check at this place only from here.
 */
import { fleeting, isList, type Question, questions } from './chains.ts'
import * as reader from './walk.ts'

if (!('walk' in reader)) throw new Error('walk.ts has no export walk')

/** What walk said to one question, in words that a goal can read. */
class Report {
  readonly question: string
  readonly expected: boolean
  readonly answer: string
  readonly chain: string
  readonly length: number
  readonly walked: number

  constructor(question: Question, { answer, chain }: Said) {
    this.question = question.text
    this.expected = question.expected
    this.answer = answer
    this.chain = judgeChain(chain, question)
    this.length = isList(chain) ? chain.length : -1
    this.walked = question.walked
  }
}

/** What walk said of a chain that can be walked but once. */
class OneWalk {
  readonly answer: string
  readonly isOnChain: boolean

  constructor({ Class }: Asked, { answer, chain }: Said) {
    this.answer = answer
    this.isOnChain = isList(chain) && includes(chain, Class.prototype)
  }
}

type Asked = Pick<Question, 'value' | 'Class'>

interface Said {
  /** `true`, `false`, what was thrown, or the type of whatever else it is. */
  readonly answer: string
  readonly chain: unknown
}

for (const question of questions) send(new Report(question, answerTo(question)), Report)
const once = fleeting()
send(new OneWalk(once, answerTo(once)), OneWalk)

function send(report: object, Kind: typeof Report | typeof OneWalk): void {
  if (!(report instanceof Kind)) throw new Error('A report is no report.')
}

function answerTo({ value, Class }: Asked): Said {
  try {
    const said: Partial<Record<'answer' | 'chain', unknown>> = Object(reader.walk(value, Class))
    const { answer, chain } = said
    return { answer: typeof answer === 'boolean' ? `${answer}` : typeof answer, chain }
  } catch (error) {
    return { answer: String(error), chain: undefined }
  }
}

/** `right`, or what is wrong. A walk may stop where the operator stops, or go on to the end of the chain. */
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
