/** The goals of a lab as a checklist: what is asked, whether it is met, and what was seen instead. */
import { fill } from '../../i18n/fill.ts'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { CommonFinding, Verdict } from '../../lab/goals.ts'
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
            {verdict.met ? text.why : `${strings.goalSeen} ${findingText(verdict, text, strings)}`}
          </span>
        )}
      </span>
    </li>
  )
}

/** The lab's own words for a finding come first; what any lab can meet has words in common. */
function findingText({ seen, values }: Extract<Verdict, { met: false }>, text: GoalText, strings: LabStrings): string {
  const common: Readonly<Record<CommonFinding, string>> & Readonly<Record<string, string>> = {
    'not-bundled': strings.seenNotBundled,
    stopped: strings.seenStopped,
    crashed: strings.seenCrashed,
  }
  const words = text.unmet[seen] ?? common[seen]
  if (words === undefined)
    throw new Error(`The finding "${seen}" has no text. Add it under "unmet" in the lab's text files.`)
  return fill(words, values)
}
