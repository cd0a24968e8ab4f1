/** Each kind of mistake that an author can make in the content is named with its file, its place and the next step. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkContent } from '#src/site/checks/check-content.ts'
import { problemText } from '#src/site/checks/problem.ts'

const EN = 'content/lessons/en/impossible-error.mdx'
const ZH = 'content/lessons/zh-cn/impossible-error.mdx'
const LAB = 'content/labs/impossible-error/register'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doppelclass-content-'))
  cpSync('content', join(root, 'content'), { recursive: true })
})

afterEach(() => rmSync(root, { recursive: true }))

test('the content as it is has no mistake', () => {
  expect(found()).toEqual([])
})

test('a missing translation', () => {
  rmSync(join(root, ZH))
  expect(found()).toEqual([
    `${ZH}: This lesson is missing. Write it: every lesson of content/course.yaml is there in both languages.`,
  ])
})

test('a lesson that the course does not list', () => {
  cpSync(join(root, EN), join(root, 'content/lessons/en/stray.mdx'))
  expect(found()).toEqual([
    'content/lessons/en/stray.mdx: This lesson is not in content/course.yaml. Add "slug: stray" to a chapter.',
  ])
})

test('a goal without a text, and a text without a goal', () => {
  edit(`${LAB}/text.zh-cn.yaml`, '  setup-once:', '  setup-twice:')
  expect(found()).toEqual(
    expect.arrayContaining([
      `${LAB}/text.zh-cn.yaml: The goal "setup-once" has no text. Add it under goals.`,
      `${LAB}/text.zh-cn.yaml: There is a text for the goal "setup-twice", which lab.yaml does not list. List it there, or remove the text.`,
    ]),
  )
})

test('a prediction whose option has no text', () => {
  edit(`${LAB}/lab.yaml`, 'options: [accepted,', 'options: [perhaps, accepted,')
  expect(found()).toContain(`${LAB}/text.en.yaml: The option "perhaps" has no text. Add it under options.`)
})

test('a prediction whose answer is none of its options', () => {
  edit(`${LAB}/lab.yaml`, 'answer: refused', 'answer: perhaps')
  expect(found).toThrow('the prediction\'s answer "perhaps" is none of its options. Mend lab.yaml.')
})

test('a finding that one language has no words for', () => {
  edit(`${LAB}/text.zh-cn.yaml`, '      no-base:', '      no-basis:')
  expect(found()).toContain(
    `${LAB}/text.zh-cn.yaml: goals.registers.unmet.no-base has no text. Add it; the other language has one.`,
  )
})

test('a finding that is filled in with other values', () => {
  edit(`${LAB}/text.zh-cn.yaml`, '查找过程是 {chain}。其中', '查找过程是 {walk}。其中')
  expect(found()).toContain(
    `${LAB}/text.zh-cn.yaml: goals.registers.unmet.no-base is filled in with other values than in ${LAB}/text.en.yaml. Use {chain} in both.`,
  )
})

test('a component that there is not', () => {
  edit(EN, '<Takeaway>', '<TakeAway>')
  expect(found()).toContainEqual(
    expect.stringMatching(`^${EN}:\\d+: There is no component <TakeAway>. Use one of Aside, .*, or add it to `),
  )
})

test('a lab that there is not', () => {
  edit(EN, '<Lab id="impossible-error/register" />', '<Lab id="impossible-error/regster" />')
  expect(found()).toContainEqual(
    expect.stringMatching(
      /:\d+: <Lab id="impossible-error\/regster">: there is no "impossible-error\/regster"\. Use one of /,
    ),
  )
})

test('a transcript that does not say what it was recorded on', () => {
  for (const file of [EN, ZH])
    edit(file, '<Transcript version="2024.7.1" python="3.11.7">', '<Transcript version="2024.7.1">')
  expect(found()).toEqual([
    expect.stringMatching(
      /:\d+: <Transcript version="2024.7.1"> lacks an attribute\. Give it version and python, or on\./,
    ),
    expect.stringMatching(/:\d+: <Transcript version="2024.7.1"> lacks an attribute\. /),
  ])
})

test('a reader that an aside does not know', () => {
  edit(EN, '<Aside for="python">', '<Aside for="ruby">')
  expect(found()).toContainEqual(
    expect.stringMatching(/<Aside for="ruby">: there is no "ruby"\. Use one of python, javascript\./),
  )
})

test('a tab that the results do not have', () => {
  edit(EN, 'open the **Classes** tab', 'open the **Class** tab')
  expect(found()).toEqual([
    expect.stringMatching(/:\d+: There is no tab "Class" in a lab\. Name one of Console, Modules, Classes, /),
  ])
})

test('a word of the glossary that is not linked where it is first used', () => {
  edit(EN, '<Term id="resolver">Resolver</Term>', 'Resolver')
  expect(found()).toEqual([
    expect.stringMatching(
      /:\d+: "Resolver" is the first use of a word of the glossary\. Write <Term id="resolver">Resolver<\/Term>\./,
    ),
  ])
})

test('a word that the glossary does not have', () => {
  edit(EN, '<Term id="resolver">', '<Term id="resolvr">')
  expect(found()).toContainEqual(
    expect.stringMatching(/:\d+: <Term id="resolvr"> is no entry of the glossary\. Add it to content\/glossary\.yaml/),
  )
})

test.each(['../no-such-lesson/', '/lessons/impossible-error/', 'http://example.org/', 'https://', '#no-such-heading'])(
  'a link that leads nowhere: %s',
  (address) => {
    for (const file of [EN, ZH]) edit(file, '(https://peps.python.org/pep-0562/)', `(${address})`)
    expect(found()).toHaveLength(2)
    expect(found()[0]).toMatch(/:\d+: The link .* leads (nowhere|to no heading)\. /)
  },
)

test.each(['../re-export/', '../../glossary/#realm', '../../names/', '../../keyboard/'])(
  'a link to a page of the site is fine: %s',
  (address) => {
    for (const file of [EN, ZH]) edit(file, '(https://peps.python.org/pep-0562/)', `(${address})`)
    expect(found()).toEqual([])
  },
)

test('a heading, a code block, a link, a name and a number that differ between the languages', () => {
  edit(ZH, '## 运行', '### 运行')
  edit(ZH, 'console.log(WorkerPlugin === Theirs)', 'console.log(WorkerPlugin !== Theirs)')
  edit(ZH, 'pull/7866', 'pull/7867')
  edit(ZH, '`sys.modules`', '`sys.path`')
  edit(ZH, '从 2023.9.2 到', '从 2023.9.3 到')
  expect(found()).toEqual([
    expect.stringMatching(`${ZH}:\\d+: heading 2 is ### here and ## in ${EN}. Make both languages the same there.`),
    expect.stringMatching(`${ZH}:\\d+: code block \\d+ is .* here and .* in ${EN}. `),
    expect.stringMatching(`${ZH}:\\d+: link \\d+ is .*7867 here and .*7866 in ${EN}. `),
    expect.stringMatching(
      `${EN}:\\d+: The name \`sys.modules\` is not in ${ZH}. Say it in both languages, or in neither.`,
    ),
    expect.stringMatching(`${ZH}:\\d+: The name \`sys.path\` is not in ${EN}. `),
    expect.stringMatching(`${EN}:\\d+: The number 2023.9.2 is not in ${ZH}. `),
    expect.stringMatching(`${ZH}:\\d+: The number 2023.9.3 is not in ${EN}. `),
  ])
})

function found(): readonly string[] {
  return checkContent(root).map(problemText)
}

function edit(file: string, piece: string, by: string): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(piece)) throw new Error(`${file} has no "${piece}". Mend the test.`)
  writeFileSync(
    path,
    text.replace(piece, () => by),
  )
}
