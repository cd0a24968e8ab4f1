/** Names with several classes, one after the other; what explains some in a row alike stands above them, once. */
import { Fragment } from 'react'
import type { ClassesModel, TwinGroup } from '../../../trace/model/classes.ts'
import { useLabStrings } from '../lab-context.ts'
import { explainGroups } from './class-explanation.ts'
import type { RunView } from './run-view.ts'
import { TwinGroupView } from './TwinGroupView.tsx'

interface TwinGroupsProps {
  readonly groups: readonly TwinGroup[]
  readonly classes: ClassesModel
  readonly view: RunView
}

export function TwinGroups({ groups, classes, view }: TwinGroupsProps) {
  const strings = useLabStrings()
  return explainGroups(groups, classes, strings).map(({ shared, groups: alike }) => (
    <Fragment key={alike[0]?.group.name}>
      {shared.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {alike.map((explained) => (
        <TwinGroupView key={explained.group.name} {...explained} classes={classes} view={view} />
      ))}
    </Fragment>
  ))
}
