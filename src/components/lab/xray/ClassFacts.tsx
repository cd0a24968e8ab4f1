/** What is known of one class: its base, the module that made it, the file behind that, and the line. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassesModel, ClassInfo } from '../../../trace/model/classes.ts'
import { useLab } from '../lab-context.ts'
import { PlaceButton } from '../PlaceButton.tsx'
import { ClassStamp } from './ClassName.tsx'
import { ModulePath } from './ModulePath.tsx'
import type { RunView } from './run-view.ts'

interface ClassFactsProps {
  readonly info: ClassInfo
  readonly classes: ClassesModel
  readonly view: RunView
}

export function ClassFacts({ info, classes, view }: ClassFactsProps) {
  const { strings, isOwnFile } = useLab()
  const { module, file, span, base } = info
  return (
    <dl className="class-facts">
      {base !== null && (
        <div>
          <dt>{strings.extends}</dt>
          <dd>
            <ClassStamp classes={classes} id={base} label="" view={view} />
          </dd>
        </div>
      )}
      <div>
        <dt>{strings.madeBy}</dt>
        <dd>{module === null ? strings.native : <ModulePath path={module} />}</dd>
      </div>
      {file !== null && file !== module && (
        <div>
          <dt>{strings.realFile}</dt>
          <dd>
            <ModulePath path={file} />
          </dd>
        </div>
      )}
      {span !== null && (
        <div>
          <dt>{strings.atLine}</dt>
          <dd>
            {isOwnFile(span.module) ? (
              <PlaceButton file={span.module} line={span.line} column={span.column} />
            ) : (
              span.line
            )}
          </dd>
        </div>
      )}
      <div className="class-serial">
        <dt className="visually-hidden">{strings.serialTerm}</dt>
        <dd>{fill(strings.serial, { number: info.id })}</dd>
      </div>
    </dl>
  )
}
