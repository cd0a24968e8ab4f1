/** A class by its name, and where the name has several classes, by ink, mark and number too. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassId } from '../../../trace/events.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import { InkedName } from '../InkedName.tsx'
import { useLabStrings } from '../lab-context.ts'
import { Pressable } from './Pressable.tsx'
import { isSelected, type RunView } from './run-view.ts'

interface ClassNameProps {
  readonly classes: ClassesModel
  /** Null where only a label is known. */
  readonly id: ClassId | null
  readonly label: string
}

export function ClassName({ classes, id, label }: ClassNameProps) {
  const strings = useLabStrings()
  const info = id === null ? undefined : classes.byId.get(id)
  const name = (info?.name ?? label) || strings.anonymous
  return <InkedName name={name} ordinal={info === undefined || info.twins < 2 ? null : info.ordinal} />
}

interface ClassStampProps extends ClassNameProps {
  readonly view: RunView
}

/** A class that is selected, or let go, by a press. */
export function ClassStamp({ view: { selection, select }, ...name }: ClassStampProps) {
  const strings = useLabStrings()
  const { id, classes, label } = name
  const info = id === null ? undefined : classes.byId.get(id)
  if (info === undefined) return <ClassName {...name} />
  const thing = { kind: 'class', id: info.id } as const
  const isPressed = isSelected(selection, thing)
  const title = fill(strings.pickClass, { name: info.name || label || strings.anonymous })
  return (
    <Pressable
      className="class-stamp"
      data-identity={info.twins > 1 ? info.ordinal : undefined}
      aria-pressed={isPressed}
      title={title}
      onClick={() => select(isPressed ? null : thing)}
    >
      <ClassName {...name} />
    </Pressable>
  )
}
