/** Links to the places of the bundle where classes of one name are defined. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import { useLabStrings } from '../lab-context.ts'
import type { Definitions, TwinDefinitions } from './bundle-view.ts'
import { ClassName } from './ClassName.tsx'
import { ModulePath } from './ModulePath.tsx'
import type { RunView } from './run-view.ts'

interface BundleTwinsProps {
  readonly definitions: Definitions
  readonly classes: ClassesModel
  readonly view: RunView
  /** Opens a place of the bundle. */
  readonly show: (line: number) => void
}

export function BundleTwins({ definitions: { twins, left, selected }, classes, view, show }: BundleTwinsProps) {
  const strings = useLabStrings()
  const linkTo = (one: TwinDefinitions['classes'][number]) => (
    <DefinitionLink key={one.info.id} {...one} classes={classes} view={view} show={show} />
  )
  return (
    <section className="bundle-twins">
      {selected !== null && (
        <>
          <h3>{strings.bundleSelected}</h3>
          <ul>{linkTo(selected)}</ul>
        </>
      )}
      {twins.length === 0 ? (
        <p>{strings.bundleNoTwins}</p>
      ) : (
        <>
          <h3>{strings.bundleTwins}</h3>
          <ul>{twins.flatMap((group) => group.classes.map(linkTo))}</ul>
        </>
      )}
      {left > 0 && <p className="value-muted">{fill(strings.bundleMoreTwins, { count: left })}</p>}
    </section>
  )
}

type DefinitionLinkProps = Omit<BundleTwinsProps, 'definitions'> & TwinDefinitions['classes'][number]

function DefinitionLink({ info, at, classes, view, show }: DefinitionLinkProps) {
  const strings = useLabStrings()
  const { module, index } = info
  return (
    <li>
      <ClassName classes={classes} id={info.id} label={info.name} />{' '}
      {at === null ? (
        <span className="value-muted">{module === null ? strings.native : strings.bundleNoPlace}</span>
      ) : (
        <button
          type="button"
          className="place"
          onClick={() => {
            view.select({ kind: 'class', id: info.id })
            show(at.firstLine)
          }}
        >
          {fill(strings.bundleLines, { first: at.firstLine, last: at.lastLine })}
        </button>
      )}
      {module !== null && (
        <button
          type="button"
          className="place bundle-module"
          onClick={() => view.select({ kind: 'module', key: module })}
        >
          <ModulePath path={module} />
        </button>
      )}
      {index >= view.step && <span className="value-muted">{strings.bundleNotYet}</span>}
    </li>
  )
}
