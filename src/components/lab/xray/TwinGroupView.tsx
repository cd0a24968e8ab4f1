/** Classes of one name side by side, and under them what explains them. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassesModel, TwinGroup } from '../../../trace/model/classes.ts'
import { useLab } from '../lab-context.ts'
import { ClassFacts } from './ClassFacts.tsx'
import { ClassStamp } from './ClassName.tsx'
import { limit, MAX_PRINTS } from './class-sections.ts'
import { isSelected, type RunView } from './run-view.ts'

interface TwinGroupViewProps {
  readonly group: TwinGroup
  readonly classes: ClassesModel
  readonly view: RunView
  readonly sentences: readonly string[]
}

export function TwinGroupView({ group, classes, view, sentences }: TwinGroupViewProps) {
  const { strings } = useLab()
  const { shown, omitted } = limit(group.classes, MAX_PRINTS)
  return (
    <section className="class-group">
      <h4>{fill(strings.twinsHeading, { count: group.classes.length })}</h4>
      <p className="class-ghost">
        <span className="ghost class-name" data-name={group.name}>
          {group.name}
        </span>
      </p>
      <ol className="prints">
        {shown.map((info) => (
          <li
            key={info.id}
            className="print"
            data-identity={info.ordinal}
            data-selected={isSelected(view.selection, { kind: 'class', id: info.id })}
          >
            <ClassStamp classes={classes} id={info.id} label={info.name} view={view} />
            <ClassFacts info={info} classes={classes} view={view} />
          </li>
        ))}
      </ol>
      {omitted > 0 && <p className="value-muted">{fill(strings.morePrints, { count: omitted })}</p>}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
