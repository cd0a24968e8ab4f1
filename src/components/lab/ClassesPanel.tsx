/** The identity view: which classes share a name, which module made each, and where a check stopped. */
import { fill } from '../../i18n/fill.ts'
import type { Check } from '../../trace/model/checks.ts'
import type { ClassesModel, ClassInfo } from '../../trace/model/classes.ts'
import { CheckWalk } from './CheckWalk.tsx'
import { ClassName } from './ClassName.tsx'
import { sortByRelevance } from './class-relevance.ts'
import { useLab } from './lab-context.ts'
import { shortModule } from './module-name.ts'
import { TwinGroupView } from './TwinGroupView.tsx'

interface ClassesPanelProps {
  readonly classes: ClassesModel
  readonly checks: readonly Check[]
}

export function ClassesPanel({ classes, checks }: ClassesPanelProps) {
  const { strings, isOwnFile } = useLab()
  if (classes.classes.length === 0) return <p className="results-empty">{strings.classesEmpty}</p>
  const { asked, others } = sortByRelevance(classes, checks)
  const single = classes.classes.filter(({ twins }) => twins === 1)
  const own = {
    classes: single.filter(({ module }) => module !== null && isOwnFile(module)),
    // A dispatch is Dask's answer to the reader; an instanceof of a package is its own business.
    checks: checks.filter((check) => check.kind === 'dispatch' || isOwnFile(check.event.span.module)),
  }
  const rest = {
    classes: single.filter((info) => !own.classes.includes(info)),
    checks: checks.filter((check) => !own.checks.includes(check)),
  }
  return (
    <>
      {asked.map((group) => (
        <TwinGroupView key={group.name} group={group} classes={classes} />
      ))}
      {asked.length === 0 && <InRegister checks={checks} classes={classes} />}
      {own.checks.map((check) => (
        <CheckWalk key={check.index} check={check} classes={classes} />
      ))}
      <ClassList title={strings.ownClasses} infos={own.classes} classes={classes} isOpen />
      {others.map((group) => (
        <TwinGroupView key={group.name} group={group} classes={classes} />
      ))}
      <ClassList
        title={fill(strings.otherClasses, { count: rest.classes.length })}
        infos={rest.classes}
        classes={classes}
      />
      {rest.checks.length > 0 && (
        <details className="other-classes">
          <summary>{fill(strings.otherChecks, { count: rest.checks.length })}</summary>
          {rest.checks.map((check) => (
            <CheckWalk key={check.index} check={check} classes={classes} />
          ))}
        </details>
      )}
    </>
  )
}

/** After the mend: the class that was asked for is one of its name. */
function InRegister({ checks, classes }: ClassesPanelProps) {
  const { strings } = useLab()
  const taken = checks.findLast((check) => check.kind === 'dispatch' && check.passed)
  const found = taken?.hops.find(({ met }) => met)
  const info = found?.class == null ? undefined : classes.byId.get(found.class)
  if (info === undefined || info.twins > 1) return null
  return (
    <section className="class-group">
      <h4>{strings.singleHeading}</h4>
      <p>
        <span className="ghost class-name" data-name={info.name} data-in-register="">
          {info.name}
        </span>
      </p>
      <p>{fill(strings.singleExplained, { name: info.name, module: shortModule(info.module ?? '') })}</p>
    </section>
  )
}

interface ClassListProps {
  readonly title: string
  readonly infos: readonly ClassInfo[]
  readonly classes: ClassesModel
  readonly isOpen?: boolean
}

function ClassList({ title, infos, classes, isOpen = false }: ClassListProps) {
  const { strings } = useLab()
  if (infos.length === 0) return null
  return (
    <details className="other-classes" open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {infos.map((info) => (
          <li key={info.id}>
            <ClassName classes={classes} id={info.id} label={info.name} />
            {info.base !== null && (
              <>
                {' '}
                {strings.extends} <ClassName classes={classes} id={info.base} label="" />
              </>
            )}{' '}
            <span className="value-muted">{info.module === null ? strings.native : shortModule(info.module)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
