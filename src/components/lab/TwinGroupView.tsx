/** Classes of one name side by side, with the sentence that explains them. */
import { fill } from '../../i18n/fill.ts'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { ClassesModel, TwinGroup } from '../../trace/model/classes.ts'
import type { TwinOrigin } from '../../trace/model/twins.ts'
import { ClassName } from './ClassName.tsx'
import { useLab } from './lab-context.ts'
import { ModulePath } from './ModulePath.tsx'
import { shortModule } from './module-name.ts'

export function TwinGroupView({ group, classes }: { readonly group: TwinGroup; readonly classes: ClassesModel }) {
  const { strings } = useLab()
  return (
    <section className="class-group">
      <h4>{fill(strings.twinsHeading, { count: group.classes.length })}</h4>
      <p>
        <span className="ghost class-name" data-name={group.name}>
          {group.name}
        </span>
      </p>
      <ol className="prints">
        {group.classes.map((info) => (
          <li key={info.id} className="print" data-identity={info.ordinal}>
            <ClassName classes={classes} id={info.id} label={info.name} />
            <dl>
              <dt>{strings.madeBy}</dt>
              <dd>{info.module === null ? strings.native : <ModulePath path={info.module} />}</dd>
              {info.file !== null && info.file !== info.module && (
                <>
                  <dt>{strings.realFile}</dt>
                  <dd>
                    <ModulePath path={info.file} />
                  </dd>
                </>
              )}
              {info.span !== null && (
                <>
                  <dt>{strings.atLine}</dt>
                  <dd>{info.span.line}</dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
      <p>{explain(group.origin, group.name, strings)}</p>
    </section>
  )
}

function explain(origin: TwinOrigin, name: string, strings: LabStrings): string {
  switch (origin.kind) {
    case 'same-file-two-keys':
      return fill(strings.twinSameFile, {
        name,
        file: shortModule(origin.file),
        count: origin.keys.length,
        times: origin.evaluations,
      })
    case 'same-module-evaluated-again':
      return fill(strings.twinSameModule, { name, file: shortModule(origin.module), times: origin.evaluations })
    case 'same-lines-run-again':
      return fill(strings.twinSameLines, { name, file: shortModule(origin.module), times: origin.times })
    case 'two-copies-of-a-package':
      return fill(strings.twinTwoCopies, { name, package: origin.package, count: origin.files.length })
    case 'different-sources':
      return strings.twinDifferentSources
    case 'mixed':
      return strings.twinMixed
  }
}
