/** What every part of a lab shares: its texts and how to open a place in the code. */
import { createContext, useContext } from 'react'
import type { LabStrings } from '../../i18n/lab/en.ts'

export interface LabContextValue {
  readonly strings: LabStrings
  /** Opens a place of the reader's own files in the code pane. */
  readonly showPlace: (file: string, line: number, column: number) => void
  /** Whether a file is one of the reader's, so that it can be opened. */
  readonly isOwnFile: (file: string) => boolean
}

export const LabContext = createContext<LabContextValue | null>(null)

export function useLab(): LabContextValue {
  const value = useContext(LabContext)
  if (value === null) throw new Error('A part of a lab was rendered outside <LabContext>. Render it inside LabIsland.')
  return value
}

export function useLabStrings(): LabStrings {
  return useLab().strings
}
