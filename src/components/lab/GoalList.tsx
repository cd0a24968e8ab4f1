/** The goals of a lab as a checklist: what is asked, whether it is met, and what was seen instead. */
import { findingText } from '../../i18n/lab/finding.ts'
import type { Verdict } from '../../lab/goals.ts'
import type { GoalVerdict } from '../../lab/judge.ts'
import type { LabText } from '../../lab/lab.ts'
import { useLabStrings } from './lab-context.ts'

interface GoalListProps {
  readonly goals: readonly string[]
  readonly text: LabText
  readonly verdicts: readonly GoalVerdict[]
}

type GoalText = LabText['goals'][string]

export function GoalList({ goals, text, verdicts }: GoalListProps) {
  const strings = useLabStrings()
  return (
    <div className="goals">
      <h3>{strings.goals}</h3>
      <ul aria-label={strings.goals}>
        {goals.map((goal) => {
          const goalText = text.goals[goal]
          const verdict = verdicts.find((found) => found.goal === goal)?.verdict
          return goalText && <GoalItem key={goal} text={goalText} verdict={verdict ?? null} />
        })}
      </ul>
    </div>
  )
}

function GoalItem({ text, verdict }: { readonly text: GoalText; readonly verdict: Verdict | null }) {
  const strings = useLabStrings()
  const isMet = verdict?.met === true
  return (
    <li data-met={isMet}>
      <span className="goal-mark">{isMet ? strings.goalMet : strings.goalUnmet}</span>
      <span className="goal-text">
        {text.goal}
        {verdict !== null && (
          <span className="goal-note">
            {verdict.met ? text.why : `${strings.goalSeen} ${findingText(verdict, text.unmet, strings)}`}
          </span>
        )}
      </span>
    </li>
  )
}
