/** Classes of one name on the page, side by side, or the one that is left in register. */
import { foldCheckGroups } from '../../../trace/model/check-groups.ts'
import { type ClassesModel, foldClasses, type TwinGroup } from '../../../trace/model/classes.ts'
import { useLab } from '../lab-context.ts'
import { ClassesInRegister } from '../xray/ClassesInRegister.tsx'
import { sortClasses } from '../xray/class-sections.ts'
import type { PanelProps } from '../xray/run-view.ts'
import { TwinGroups } from '../xray/TwinGroups.tsx'

export function StillClasses({ view, of }: PanelProps & { readonly of: string | undefined }) {
  const { isOwnFile } = useLab()
  const classes = foldClasses(view.events)
  const { groups: checks } = foldCheckGroups(view.events)
  const { stumbled } = sortClasses(classes, checks, isOwnFile)
  const groups = of === undefined ? stumbled.shown : [groupOf(of, classes)]
  return (
    <div className="classes">
      {groups.length === 0 && <ClassesInRegister checks={checks} classes={classes} />}
      <TwinGroups groups={groups} classes={classes} view={view} />
    </div>
  )
}

function groupOf(name: string, { twins }: ClassesModel): TwinGroup {
  const found = twins.find((group) => group.name === name)
  if (found !== undefined) return found
  const known = twins.map((group) => group.name).join(', ')
  throw new Error(`A drawing asks for several classes named "${name}", and its run has none. It has: ${known}.`)
}
