/** After the mend: the class that was asked for is one of its name, and the two plates slide into register, once. */
import { useEffect, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { CheckGroup } from '../../../trace/model/check-groups.ts'
import { describeCheck } from '../../../trace/model/checks.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import { useLabStrings } from '../lab-context.ts'
import { shortModule } from '../module-name.ts'

interface ClassesInRegisterProps {
  readonly checks: readonly CheckGroup[]
  readonly classes: ClassesModel
}

export function ClassesInRegister({ checks, classes }: ClassesInRegisterProps) {
  const strings = useLabStrings()
  const taken = checks.findLast(({ event }) => event.kind === 'dispatched' && event.chosen !== null)
  const met = taken && describeCheck(taken.event, taken.index).hops.find((hop) => hop.met)?.class
  const info = met == null ? undefined : classes.byId.get(met)
  if (info === undefined || info.twins > 1) return null
  return (
    <section className="class-group">
      <h3 className="class-title">{strings.singleHeading}</h3>
      <p className="class-ghost">
        <SlidingName key={info.name} name={info.name} />
      </p>
      <p>{fill(strings.singleExplained, { name: info.name, module: shortModule(info.module ?? '') })}</p>
    </section>
  )
}

/** Printed out of register first, so that there is a way to slide. */
function SlidingName({ name }: { readonly name: string }) {
  const [isInRegister, setIsInRegister] = useState(false)
  useEffect(() => {
    // Two frames: the first paints the ghost where it was.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsInRegister(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <span className="ghost class-name" data-name={name} data-in-register={isInRegister ? '' : undefined}>
      {name}
    </span>
  )
}
