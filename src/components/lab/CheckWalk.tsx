/** One check, hop by hop: what was asked for, which classes the walk met, and where it stopped. */
import { fill } from '../../i18n/fill.ts'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { Check, CheckHop } from '../../trace/model/checks.ts'
import type { ClassesModel } from '../../trace/model/classes.ts'
import { ClassName } from './ClassName.tsx'
import { useLab } from './lab-context.ts'
import { shortModule } from './module-name.ts'

export function CheckWalk({ check, classes }: { readonly check: Check; readonly classes: ClassesModel }) {
  const { strings } = useLab()
  return (
    <section className="check">
      <h4>{title(check, strings)}</h4>
      {check.kind === 'dispatch' && (
        <p>
          {strings.tableHas}{' '}
          <span className="check-table">
            {check.wanted.map(({ class: id, label }) => (
              <ClassName key={id} classes={classes} id={id} label={label} />
            ))}
          </span>
        </p>
      )}
      <ol className="walk" aria-label={strings.walk}>
        {check.hops.map((hop, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a walk never changes, and a class may be met only once on it.
          <li key={index} data-met={hop.met}>
            <ClassName classes={classes} id={hop.class} label={hop.label} />
            <span className="hop-note">{note(check, hop, classes, strings)}</span>
          </li>
        ))}
      </ol>
      <p className="verdict">{verdict(check, strings)}</p>
    </section>
  )
}

function title(check: Check, strings: LabStrings): string {
  if (check.kind === 'dispatch') return fill(strings.checkDispatch, { function: check.event.function })
  const { module, line } = check.event.span
  return fill(strings.checkInstanceof, { target: check.event.targetLabel, place: `${shortModule(module)}:${line}` })
}

function note(check: Check, hop: CheckHop, classes: ClassesModel, strings: LabStrings): string {
  if (hop.met) return check.kind === 'dispatch' ? strings.hopArm : strings.hopMet
  const twin = hop.twinOf === null ? undefined : classes.byId.get(hop.twinOf)
  if (twin !== undefined) return fill(strings.hopTwin, { name: twin.name, number: twin.ordinal })
  return check.kind === 'dispatch' ? strings.hopNoArm : strings.hopMiss
}

function verdict(check: Check, strings: LabStrings): string {
  if (check.kind === 'instanceof') return check.passed ? strings.checkTrue : strings.checkFalse
  const { function: name } = check.event
  const taken = check.hops.find(({ met }) => met)
  return taken === undefined
    ? fill(strings.dispatchFell, { function: name })
    : fill(strings.dispatchTook, { function: name, target: taken.label })
}
