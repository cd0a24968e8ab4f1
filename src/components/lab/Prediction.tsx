/** The question before the run: one click answers it, and each answer has its own reply. */
import { useEffect, useId, useState } from 'react'
import type { LabText } from '../../lab/lab.ts'
import type { WorkId } from '../../lab/work.ts'

interface PredictionProps {
  /** The answer is kept by it. */
  readonly id: WorkId
  readonly options: readonly string[]
  readonly answer: string
  /** Of the lab: a lesson may have several, and each has its question. */
  readonly title: string
  readonly text: LabText['prediction']
  readonly strings: PredictionStrings
}

export interface PredictionStrings {
  readonly heading: string
  readonly right: string
  readonly wrong: string
}

export function Prediction({ id, options, answer, title, text, strings }: PredictionProps) {
  const { chosen, isKept, choose } = useAnswer(id, options)
  const headingId = useId()
  const titleId = useId()
  const questionId = useId()
  return (
    <section className="prediction" aria-labelledby={`${headingId} ${titleId}`}>
      <h2 id={headingId}>{strings.heading}</h2>
      <p id={questionId}>{text.question}</p>
      <ul aria-labelledby={questionId}>
        {options.map((option) => (
          <li key={option}>
            <button type="button" className="button" aria-pressed={chosen === option} onClick={() => choose(option)}>
              {text.options[option]?.label}
            </button>
          </li>
        ))}
      </ul>
      {/* Always in the page, so that a reply put into it is read out; not the one from an earlier visit. */}
      <div className="prediction-reply" aria-live={isKept ? 'off' : 'polite'}>
        {chosen !== null && (
          <p data-right={chosen === answer}>
            <strong>{chosen === answer ? strings.right : strings.wrong}</strong> {text.options[chosen]?.reply}
          </p>
        )}
      </div>
      <span id={titleId} hidden>
        {title}
      </span>
    </section>
  )
}

/** The answer, from an earlier visit or of now. */
function useAnswer(id: WorkId, options: readonly string[]) {
  const [{ chosen, isKept }, setAnswer] = useState<{ chosen: string | null; isKept: boolean }>(UNANSWERED)
  useEffect(() => {
    // Where nothing can be kept, the lab says so, and the question is asked anew.
    keptAnswer(id, options).then(
      (kept) => setAnswer((now) => (now.chosen === null && kept !== null ? { chosen: kept, isKept: true } : now)),
      () => undefined,
    )
  }, [id, options])
  const choose = (option: string) => {
    setAnswer({ chosen: option, isKept: false })
    keepAnswer(id, option).catch(() => undefined)
  }
  return { chosen, isKept, choose }
}

const UNANSWERED = { chosen: null, isKept: false }

async function keptAnswer(id: WorkId, options: readonly string[]): Promise<string | null> {
  const { ownWork } = await import('../../site/own-work-browser.ts')
  const option = await ownWork().note('answer', id)
  return option !== null && options.includes(option) ? option : null
}

async function keepAnswer(id: WorkId, option: string): Promise<void> {
  const { ownWork } = await import('../../site/own-work-browser.ts')
  await ownWork().setNote('answer', id, option)
}
