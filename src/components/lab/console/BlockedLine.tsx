/** What a line of the console says of something that the program tried, and that programs here may not. */
import type { Blocked } from '../../../trace/events.ts'
import { useLabStrings } from '../lab-context.ts'
import { blockedWords } from './console-words.ts'

export function BlockedLine({ event }: { readonly event: Blocked }) {
  const strings = useLabStrings()
  return (
    <>
      <span className="console-level">{strings.blockedLabel} </span>
      {blockedWords(event, strings)}
    </>
  )
}
