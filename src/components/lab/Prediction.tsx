/** The question before the run: one click answers it, and each answer has its own reply. */
import { useId, useState } from 'react'
import type { LabText } from '../../lab/lab.ts'

interface PredictionProps {
  readonly options: readonly string[]
  readonly answer: string
  readonly text: LabText['prediction']
  readonly strings: PredictionStrings
}

export interface PredictionStrings {
  readonly heading: string
  readonly right: string
  readonly wrong: string
}

export function Prediction({ options, answer, text, strings }: PredictionProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const headingId = useId()
  const questionId = useId()
  return (
    <section className="prediction" aria-labelledby={headingId}>
      <h2 id={headingId}>{strings.heading}</h2>
      <p id={questionId}>{text.question}</p>
      <ul aria-labelledby={questionId}>
        {options.map((option) => (
          <li key={option}>
            <button type="button" className="button" aria-pressed={chosen === option} onClick={() => setChosen(option)}>
              {text.options[option]?.label}
            </button>
          </li>
        ))}
      </ul>
      {/* Always in the page, so that a reply put into it is read out. */}
      <div className="prediction-reply" aria-live="polite">
        {chosen !== null && (
          <p data-right={chosen === answer}>
            <strong>{chosen === answer ? strings.right : strings.wrong}</strong> {text.options[chosen]?.reply}
          </p>
        )}
      </div>
    </section>
  )
}
