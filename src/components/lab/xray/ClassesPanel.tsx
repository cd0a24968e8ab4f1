/** The identity view: every class that the run made, those of one name side by side. */
import { useId, useMemo, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { checkGroupsView } from '../../../trace/model/check-groups.ts'
import { numberAsInTheEnd } from '../../../trace/model/class-numbers.ts'
import { type ClassesModel, classesView } from '../../../trace/model/classes.ts'
import { useLab } from '../lab-context.ts'
import { ClassesInRegister } from './ClassesInRegister.tsx'
import { ClassRows } from './ClassRows.tsx'
import { findClasses, sortClasses } from './class-sections.ts'
import type { PanelProps, RunView } from './run-view.ts'
import { TwinGroups } from './TwinGroups.tsx'
import { useFold } from './use-fold.ts'

/** So few classes are found without a filter. */
const FILTER_FROM = 12

export function ClassesPanel({ view }: PanelProps) {
  const { strings } = useLab()
  const { events, step } = view
  const whole = useFold(classesView, events)
  const now = useFold(classesView, events, step)
  const classes = useMemo(() => numberAsInTheEnd(now, whole), [now, whole])
  const [filter, setFilter] = useState('')
  const filterId = useId()
  if (events.length === 0) return <p className="results-empty">{strings.classesEmpty}</p>
  if (classes.classes.length === 0) return <p className="results-empty">{strings.classesNone}</p>
  return (
    <div className="classes">
      {whole.classes.length >= FILTER_FROM && (
        <p className="class-filter">
          <label htmlFor={filterId}>{strings.filterClasses}</label>
          <input
            id={filterId}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        </p>
      )}
      {filter.trim() === '' ? (
        <Sections view={view} classes={classes} />
      ) : (
        <Found view={view} classes={classes} text={filter} />
      )}
    </div>
  )
}

interface ContentProps {
  readonly view: RunView
  readonly classes: ClassesModel
}

function Sections({ view, classes }: ContentProps) {
  const { strings, isOwnFile } = useLab()
  const { groups: checks } = useFold(checkGroupsView, view.events, view.step)
  const sections = useMemo(() => sortClasses(classes, checks, isOwnFile), [classes, checks, isOwnFile])
  const { stumbled, own, otherTwins, rest } = sections
  return (
    <>
      {stumbled.shown.length === 0 ? (
        <ClassesInRegister checks={checks} classes={classes} />
      ) : (
        <h3 className="class-title">{strings.stumbledTitle}</h3>
      )}
      <TwinGroups groups={stumbled.shown} classes={classes} view={view} />
      {stumbled.omitted > 0 && <p className="value-muted">{fill(strings.moreTwins, { count: stumbled.omitted })}</p>}
      {own.shown.length > 0 && (
        <>
          <h3 className="class-title">{strings.ownClasses}</h3>
          <ClassRows listed={own} classes={classes} view={view} />
        </>
      )}
      {otherTwins.shown.length > 0 && <h3 className="class-title">{strings.otherTwins}</h3>}
      <TwinGroups groups={otherTwins.shown} classes={classes} view={view} />
      {otherTwins.omitted > 0 && (
        <p className="value-muted">{fill(strings.moreTwins, { count: otherTwins.omitted })}</p>
      )}
      {rest.shown.length > 0 && (
        <details className="other-classes">
          <summary>{fill(strings.otherClasses, { count: rest.shown.length + rest.omitted })}</summary>
          <ClassRows listed={rest} classes={classes} view={view} />
        </details>
      )}
    </>
  )
}

function Found({ view, classes, text }: ContentProps & { readonly text: string }) {
  const { strings } = useLab()
  const { found, count } = findClasses(classes, text)
  return (
    <>
      <p role="status">{fill(strings.filterFound, { count, all: classes.classes.length })}</p>
      <ClassRows listed={found} classes={classes} view={view} />
    </>
  )
}
