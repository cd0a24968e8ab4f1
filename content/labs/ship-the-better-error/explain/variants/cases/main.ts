/**
 * Puts the hidden questions to the reader's explain. Each report is made by asking `instanceof` of it, in this file: a
 * line in the console could come from anywhere, a check at this place only from here.
 */
import { type Case, cases, facts } from './cases.ts'
import * as reader from './explain.ts'

if (!('explain' in reader)) throw new Error('explain.ts has no export explain')

/** What explain gave for one case. */
class Said {
  readonly about: string
  readonly kind: string
  readonly yours: string
  readonly theirs: string
  readonly pair: string
  /** `string`, `null`, `threw`, or the type of whatever else it gave. */
  readonly gave: string
  /** Which table was asked about: cases of two tables are not compared by their words. */
  readonly table: number

  constructor({ about, kind, yours, theirs, pair, table }: Case, gave: string) {
    this.about = about
    this.kind = kind
    this.yours = yours
    this.theirs = theirs
    this.pair = pair
    this.gave = gave
    this.table = table.length
  }
}

/** A piece of a message, or a fact: what is longer than a report may be comes in pieces. */
class Piece {
  readonly of: string
  readonly text: string

  constructor(of: string, text: string) {
    this.of = of
    this.text = text
  }
}

class Done {}

for (const fact of facts) send(new Piece('facts', fact), Piece)
for (const one of cases) {
  const { gave, text } = answerTo(one)
  send(new Said(one, gave), Said)
  for (const piece of piecesOf(text)) send(new Piece(one.about, piece), Piece)
}
send(new Done(), Done)

function send(report: object, Kind: typeof Said | typeof Piece | typeof Done): void {
  if (!(report instanceof Kind)) throw new Error('A report is no report.')
}

interface Answer {
  readonly gave: string
  readonly text: string
}

function answerTo({ value, table }: Case): Answer {
  try {
    const said: unknown = reader.explain(value, table)
    if (typeof said === 'string') return { gave: 'string', text: said }
    return { gave: said === null ? 'null' : typeof said, text: '' }
  } catch (error) {
    return { gave: 'threw', text: `${error}` }
  }
}

/** Without a method that the reader's file could have replaced. A message of two thousand characters tells enough. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (let at = 0; at < text.length && at < 2_000; at += 1) {
    piece += text[at]
    if (piece.length < 150 && at + 1 < text.length) continue
    pieces[pieces.length] = piece
    piece = ''
  }
  return pieces
}
