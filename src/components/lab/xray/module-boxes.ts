/** How large the parts of the drawing of modules are: sheets, prints, piles and the words on a line. */
import type { MapEdge, Rest, Sheet } from '../../../trace/model/module-map.ts'
import { shortModule } from '../module-name.ts'
import { textColumns, wrapPath } from './module-text-lines.ts'

/** Sizes are in sixteenths of a rem, so that the drawing grows with the reader's text. */
export type SizedNode = { readonly width: number; readonly height: number } & (
  | { readonly node: Rest }
  | {
      readonly node: Sheet
      /** Of each print, in the order of `node.prints`. */
      readonly columns: readonly { readonly width: number; readonly lines: readonly string[] }[]
      /** The file's name, where it is not the only print's own. */
      readonly fileLines: readonly string[]
    }
)

export interface Scale {
  /** Of the text in the prints. */
  readonly textSize: number
  /** Characters a line of a print's key. */
  readonly printColumns: number
  readonly sheetPad: number
  /** Between boxes that stand beside each other. */
  readonly gap: number
  readonly restWidth: number
  /** Characters a line of the words on a line. */
  readonly labelColumns: number
  /** Whether every line that leads to a module says what is imported, or only those by which the project itself doubles a file. */
  readonly labels: 'all' | 'doubling'
}

export const WIDE: Scale = {
  textSize: 13,
  printColumns: 21,
  sheetPad: 10,
  gap: 16,
  restWidth: 210,
  labelColumns: 20,
  labels: 'all',
}
/** For a phone: two prints stand beside each other on it. */
export const NARROW: Scale = {
  textSize: 12,
  printColumns: 17,
  sheetPad: 6,
  gap: 8,
  restWidth: 116,
  labelColumns: 13,
  labels: 'doubling',
}

const LINE = 18
const LABEL_LINE = 15
const LABEL_SIZE = 12
/** The code face is six tenths as wide as it is high. */
const ASPECT = 0.6
const MIN_PRINT = 118
/** Left and right of a print's text: its hatch, and the white around it. */
const PRINT_PAD = 22

export function sizeSheet(node: Sheet, { textSize, printColumns, sheetPad }: Scale): SizedNode {
  const { prints, file, hidden } = node
  const columns = prints.map(({ key }) => {
    const lines = wrapPath(shortModule(key), printColumns)
    return { lines, width: Math.max(MIN_PRINT, widest(lines) * ASPECT * textSize + PRINT_PAD) }
  })
  const isDoubled = prints.length + hidden > 1
  const rows = Math.max(...columns.map(({ lines }) => lines.length)) + (isDoubled ? 2 : 1)
  const printsHeight = rows * LINE + 14
  if (!isDoubled && prints[0]?.key === file) {
    return { node, columns, fileLines: [], width: columns[0]?.width ?? MIN_PRINT, height: printsHeight }
  }
  const inner = columns.reduce((sum, column) => sum + column.width, (columns.length - 1) * sheetPad)
  const fileLines = wrapPath(shortModule(file), Math.floor(inner / (ASPECT * textSize)))
  const below = fileLines.length + (isDoubled ? 1 : 0) + (hidden > 0 ? 1 : 0)
  return { node, columns, fileLines, width: inner + 2 * sheetPad, height: printsHeight + below * LINE + 16 }
}

/** Where the middle of a print lies in its sheet. */
export function middleOfPrint(
  { node, columns }: Extract<SizedNode, { node: Sheet }>,
  key: string,
  pad: number,
): number {
  const index = node.prints.findIndex((print) => print.key === key)
  const before = columns.slice(0, index).reduce((sum, { width }) => sum + width + pad, 0)
  return pad + before + (columns[index]?.width ?? 0) / 2
}

/** @param label what it says of itself */
export function sizeRest(node: Rest, label: string, { restWidth }: Scale): SizedNode {
  const width = Math.min(restWidth, textColumns(label) * 7.5 + 26)
  const rows = Math.ceil((textColumns(label) * 8) / (width - 24))
  return { node, width, height: rows * LINE + 14 }
}

/** The words on a line: what the import says, broken where a path may break. */
export function linesOfLabel({ imports }: MapEdge, { labelColumns }: Scale): readonly string[] {
  return wrapPath(imports[0]?.specifier ?? '', labelColumns)
}

export function sizeLabel(lines: readonly string[] | null): { readonly width: number; readonly height: number } {
  if (lines === null) return { width: 0, height: 0 }
  return { width: widest(lines) * ASPECT * LABEL_SIZE + 8, height: lines.length * LABEL_LINE }
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map(textColumns))
}
