/** What a check asked, as the program would write it. */
import type { Check } from '../../../trace/model/checks.ts'
import { ClassName } from './ClassName.tsx'
import { briefValue, type CheckTexts } from './check-words.ts'

export function CheckQuestion({ check, texts }: { readonly check: Check; readonly texts: CheckTexts }) {
  const value = briefValue(check.event.value, texts)
  if (check.kind === 'dispatch') {
    return (
      <code>
        {check.event.function}({value})
      </code>
    )
  }
  const { target, targetLabel } = check.event
  return (
    <code>
      {value} instanceof <ClassName classes={texts.classes} id={target} label={targetLabel} />
    </code>
  )
}
