/** Classes one a row, bounded, each with what is known of it. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassesModel, ClassInfo } from '../../../trace/model/classes.ts'
import { useLabStrings } from '../lab-context.ts'
import { ClassFacts } from './ClassFacts.tsx'
import { ClassStamp } from './ClassName.tsx'
import type { Listed } from './class-sections.ts'
import { isSelected, type RunView } from './run-view.ts'

interface ClassRowsProps {
  readonly listed: Listed<ClassInfo>
  readonly classes: ClassesModel
  readonly view: RunView
}

export function ClassRows({ listed: { shown, omitted }, classes, view }: ClassRowsProps) {
  const strings = useLabStrings()
  return (
    <>
      <ul className="class-rows">
        {shown.map((info) => (
          <li key={info.id} data-selected={isSelected(view.selection, { kind: 'class', id: info.id })}>
            <ClassStamp classes={classes} id={info.id} label={info.name} view={view} />
            <ClassFacts info={info} classes={classes} view={view} />
          </li>
        ))}
      </ul>
      {omitted > 0 && <p className="value-muted">{fill(strings.moreClasses, { count: omitted })}</p>}
    </>
  )
}
