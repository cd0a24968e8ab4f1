/** Puts into words what is wrong with data from outside, and where. */
import type { FaultStrings } from '../i18n/faults.en.ts'
import { fill } from '../i18n/fill.ts'
import type { Fault } from '../lab/fault.ts'

export function faultWords({ place, kind, detail }: Fault, strings: FaultStrings): string {
  const what = fill(strings[kind], { detail })
  return place === '' ? what : fill(strings.at, { place, what })
}
