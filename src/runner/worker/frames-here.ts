/** Looks at the stack as it stands, without the program being able to tell. */
import type { ErrorReport, Frame } from '../../trace/preview.ts'
import { ownData } from './intrinsics.ts'

const NativeError = Error
const ownPrepareStackTrace = ownData(NativeError, 'prepareStackTrace')

/** The frames of the program that led here, the innermost first; none where they cannot be seen. */
export function framesHere(toReport: (error: unknown) => ErrorReport): readonly Frame[] {
  // V8 would hand the stack to the program, which could tell that it was looked at.
  if (ownData(NativeError, 'prepareStackTrace') !== ownPrepareStackTrace) return []
  return toReport(new NativeError('here')).frames
}
