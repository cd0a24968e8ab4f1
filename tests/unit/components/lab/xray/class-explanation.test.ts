/** Each reason why classes share a name is said in words that are true of it, in both languages. */
import { describe, expect, test } from 'vitest'
import { explainGroup, explainGroups } from '../../../../../src/components/lab/xray/class-explanation.ts'
import { en } from '../../../../../src/i18n/lab/en.ts'
import { zhCn } from '../../../../../src/i18n/lab/zh-cn.ts'
import type { TraceEvent } from '../../../../../src/trace/events.ts'
import { foldClasses } from '../../../../../src/trace/model/classes.ts'
import { created, evaluated } from '../../../trace/model/hand-written.ts'

const REAL = 'node_modules/kit/p.ts'
const LINKED = 'node_modules/dask/p.ts'
const INNER = 'node_modules/host/node_modules/kit/p.ts'

const PAIR = 'Same name, same source, but P #1 === P #2 is false.'
const MANY = 'Same name, same source, but no two of them are ===.'
const NAMESAKES = 'The name is the same, but P #1 === P #2 is false.'

const cases: readonly (readonly [string, readonly TraceEvent[], readonly string[]])[] = [
  [
    'one file behind two keys',
    [evaluated(REAL), created(1, 'P', { in: REAL }), evaluated(LINKED, REAL), created(2, 'P', { in: LINKED })],
    ['One file, kit/p.ts, was loaded under 2 keys and evaluated 2 times. Each evaluation made its own class.', PAIR],
  ],
  [
    'a class in a function of such a file',
    [
      evaluated(REAL),
      evaluated(LINKED, REAL),
      created(1, 'P', { in: REAL }),
      created(2, 'P', { in: LINKED }),
      created(3, 'P', { in: LINKED }),
    ],
    [
      'One file, kit/p.ts, was loaded under 2 keys and evaluated 2 times. The lines that make the class ran 3 times, and made a new class each time.',
      MANY,
    ],
  ],
  [
    'a module evaluated again',
    [evaluated('a.ts'), created(1, 'P', { in: 'a.ts' }), evaluated('a.ts'), created(2, 'P', { in: 'a.ts' })],
    ['The module a.ts was evaluated 2 times. Each evaluation made its own class.', PAIR],
  ],
  [
    'the same lines, three times',
    [evaluated('a.ts'), ...[1, 2, 3].map((number) => created(number, 'P', { in: 'a.ts' }))],
    ['The same lines of a.ts ran 3 times, and made a new class each time.', MANY],
  ],
  [
    'two copies of a package',
    [evaluated(REAL), created(1, 'P', { in: REAL }), evaluated(INNER), created(2, 'P', { in: INNER })],
    ['The package kit is installed at 2 places, and each copy made its own class.', PAIR],
  ],
  [
    'two files',
    [created(1, 'P', { in: 'a.ts' }), created(2, 'P', { in: 'b.ts' })],
    ['They are written in different files: a.ts, b.ts.', NAMESAKES],
  ],
  [
    'two places of one file',
    [created(1, 'P', { in: 'a.ts' }), created(2, 'P', { in: 'a.ts', line: 9 })],
    ['They are written at 2 different places of a.ts.', NAMESAKES],
  ],
  [
    'a class of the program and one from outside',
    [created(1, 'P'), created(2, 'P', { in: 'a.ts' })],
    [
      'One is written in a.ts. No class statement of this program made P #1: built in, from another realm, or a plain function.',
      NAMESAKES,
    ],
  ],
  [
    'classes from outside',
    [created(1, 'P'), created(2, 'P')],
    [
      'No class statement of this program made P #1, P #2: built in, from another realm, or a plain function.',
      NAMESAKES,
    ],
  ],
  [
    'two files and a class from outside',
    [created(1, 'P', { in: 'a.ts' }), created(2, 'P', { in: 'b.ts' }), created(3, 'P')],
    [
      'They are written in different files: a.ts, b.ts. No class statement of this program made P #3: built in, from another realm, or a plain function.',
      'The name is the same, but no two of them are ===.',
    ],
  ],
  [
    'several reasons',
    [
      evaluated('a.ts'),
      created(1, 'P', { in: 'a.ts' }),
      created(2, 'P', { in: 'a.ts' }),
      created(3, 'P', { in: 'b.ts' }),
    ],
    [
      'P #1, P #2: The same lines of a.ts ran 2 times, and made a new class each time.',
      'P #3: a source of its own.',
      'The name is the same, but no two of them are ===.',
    ],
  ],
]

describe.each(cases)('%s', (_, events, sentences) => {
  const classes = foldClasses(events)
  const [group] = classes.twins
  if (group === undefined) throw new Error('The events have no twins.')

  test('is explained in English', () => {
    expect(explainGroup(group, classes, en)).toEqual(sentences)
  })

  test('is explained in Chinese, with the same names and numbers', () => {
    const chinese = explainGroup(group, classes, zhCn)
    expect(chinese).toHaveLength(sentences.length)
    const facts = (texts: readonly string[]) =>
      texts
        .join()
        .match(/[\w./]*\.ts|#\d|\d+/g)
        ?.toSorted()
    expect(facts(chinese)).toEqual(facts(sentences))
    expect(chinese.join()).not.toMatch(/\{\w+\}/)
  })
})

test('a reader who went back reads the numbers of the end', () => {
  const events = [
    evaluated('a.ts'),
    created(1, 'P', { in: 'a.ts' }),
    created(2, 'P', { in: 'a.ts' }),
    created(3, 'P', { in: 'a.ts' }),
  ]
  const classes = foldClasses(events)
  const [group] = classes.twins
  if (group === undefined) throw new Error('The events have no twins.')
  const later = { ...group, classes: group.classes.slice(1) }
  expect(explainGroup(later, classes, en)[1]).toBe('Same name, same source, but P #2 === P #3 is false.')
})

test('names that were doubled alike, in a row, are explained once', () => {
  const events = [
    ...[evaluated(REAL), created(1, 'P', { in: REAL }), created(2, 'Q', { in: REAL, line: 5 })],
    ...[evaluated(LINKED, REAL), created(3, 'P', { in: LINKED }), created(4, 'Q', { in: LINKED, line: 5 })],
    ...[created(5, 'R', { in: 'a.ts' }), created(6, 'R', { in: 'b.ts' })],
  ]
  const classes = foldClasses(events)
  const explained = explainGroups(classes.twins, classes, en)
  expect(explained.map(({ groups }) => groups.map(({ group }) => group.name))).toEqual([['P', 'Q'], ['R']])
  const [alike, other] = explained
  expect(alike?.shared).toEqual([
    'One file, kit/p.ts, was loaded under 2 keys and evaluated 2 times. Each evaluation made its own class.',
    'So it is with each name below: same name, same source, but #1 === #2 is false.',
  ])
  expect(alike?.groups.flatMap(({ sentences }) => sentences)).toEqual([])
  expect(other?.shared).toEqual([])
  expect(other?.groups[0]?.sentences).toHaveLength(2)
})
