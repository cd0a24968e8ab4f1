/** What can be wrong in a lab's texts: a goal, an option or a finding that has no text in a language, or a text that belongs to none. */
import type { LabConfig, LabId, LabText } from '../../lab/lab.ts'
import type { Problem } from './problem.ts'

export interface LabTexts {
  readonly id: LabId
  readonly config: LabConfig
  /** By language. */
  readonly texts: Readonly<Record<string, LabText>>
}

export function checkLabTexts({ id, config, texts }: LabTexts): readonly Problem[] {
  const entries = Object.entries(texts)
  const own = entries.flatMap(([language, text]) => {
    const file = textFile(id, language)
    return [
      ...compareKeys(file, { what: 'goal', listed: config.goals, written: Object.keys(text.goals) }),
      ...compareKeys(file, {
        what: 'option',
        listed: config.prediction.options,
        written: Object.keys(text.prediction.options),
      }),
    ]
  })
  const [first, ...others] = entries
  if (first === undefined) return own
  return [...own, ...others.flatMap((other) => compareTexts(id, first, other))]
}

interface Keys {
  readonly what: string
  /** In lab.yaml. */
  readonly listed: readonly string[]
  /** In the text. */
  readonly written: readonly string[]
}

function compareKeys(file: string, { what, listed, written }: Keys): Problem[] {
  const missing = listed.filter((key) => !written.includes(key))
  const spare = written.filter((key) => !listed.includes(key))
  return [
    ...missing.map((key) => ({
      ...{ file, line: null, problem: `The ${what} "${key}" has no text.` },
      next: `Add it under ${what}s.`,
    })),
    ...spare.map((key) => ({
      ...{ file, line: null, problem: `There is a text for the ${what} "${key}", which lab.yaml does not list.` },
      next: 'List it there, or remove the text.',
    })),
  ]
}

type Written = readonly [language: string, text: LabText]

/** Every finding, every value that it is filled in with, and as many hints in each language. */
function compareTexts(id: LabId, [language, text]: Written, [otherLanguage, other]: Written): Problem[] {
  const findings = findingsOf(text)
  const otherFindings = findingsOf(other)
  const [file, otherFile] = [textFile(id, language), textFile(id, otherLanguage)]
  const only = (here: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>, place: string) =>
    Object.keys(here)
      .filter((key) => there[key] === undefined)
      .map((key) => ({
        file: place,
        line: null,
        problem: `${key} has no text.`,
        next: 'Add it; the other language has one.',
      }))
  const differing = Object.keys(findings).filter(
    (key) => otherFindings[key] !== undefined && valuesIn(findings[key]) !== valuesIn(otherFindings[key]),
  )
  return [
    ...only(findings, otherFindings, otherFile),
    ...only(otherFindings, findings, file),
    ...differing.map((key) => ({
      file: otherFile,
      line: null,
      problem: `${key} is filled in with other values than in ${file}.`,
      next: `Use ${valuesIn(findings[key]) || 'none'} in both.`,
    })),
    ...(text.hints.length === other.hints.length
      ? []
      : [
          {
            file: otherFile,
            line: null,
            problem: `There are ${other.hints.length} hints, and ${text.hints.length} in ${file}.`,
            next: 'Give the same in both languages.',
          },
        ]),
  ]
}

/** `goals.registers.unmet.twin` and its text. */
function findingsOf({ goals }: LabText): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(goals).flatMap(([goal, { unmet }]) =>
      Object.entries(unmet).map(([finding, text]) => [`goals.${goal}.unmet.${finding}`, text]),
    ),
  )
}

function valuesIn(text = ''): string {
  return [...new Set(text.match(/\{\w+\}/g))].toSorted().join(' ')
}

function textFile(id: LabId, language: string): string {
  return `content/labs/${id}/text.${language}.yaml`
}
