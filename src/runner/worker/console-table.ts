/** Reads what `console.table` is given as rows and columns, without running code of the program. */
import type { ConsoleTable, TableRow } from '../../trace/events.ts'
import type { Preview } from '../../trace/preview.ts'
import { type Contents, createContentsReader, isErrorObject, type ReadContents, type Slot } from './contents.ts'
import { append, createObject, getOwnPropertyDescriptor, isArray, isObject } from './intrinsics.ts'
import { type PreviewBounds, type Previewer, primitiveText } from './previews.ts'
import type { ProxyWatch } from './proxies.ts'

const MAX_ROWS = 100
const MAX_COLUMNS = 20
const NAME_LENGTH = 100

const CELL: PreviewBounds = { depth: 1, width: 5, text: 200, texts: 1_000, nodes: 6, stacks: false }
/** The class of a row that is an instance; its properties are in the cells. */
const TITLE: PreviewBounds = { ...CELL, depth: 0 }

/** @returns null for data that has no rows, which is then printed as it is */
export type TableReader = (data: unknown, wantedColumns: unknown) => ConsoleTable | null

export function createTableReader(options: {
  readonly preview: Previewer['preview']
  readonly proxies: ProxyWatch
}): TableReader {
  const { preview, proxies } = options
  const readContents = createContentsReader(proxies)

  return (data, wantedColumns) => {
    try {
      const whole = readTabular(data, MAX_ROWS)
      if (whole === null || whole.slots.length === 0) return null
      return readRows(whole, isArray(wantedColumns) ? namesIn(wantedColumns, readContents) : null)
    } catch {
      // A proxy of another realm, of which nobody kept note.
      return null
    }
  }

  /** What has properties or items that are worth a row or a cell each. */
  function readTabular(value: unknown, width: number): Contents | null {
    if (!isObject(value) || typeof value === 'function' || proxies.targetOf(value) !== null) return null
    return isErrorObject(value, proxies) ? null : readContents(value, width)
  }

  function readRows({ of, slots, omitted }: Contents, wanted: readonly string[] | null): ConsoleTable | null {
    if (of === 'date' || of === 'regexp' || of === 'promise') return null
    const sheet = startSheet(wanted)
    const rows: OwnRow[] = []
    for (let index = 0; index < slots.length; index += 1) {
      const slot = slots[index]
      if (slot !== undefined) rows[index] = readRow(slot, sheet)
    }
    const { columns } = sheet
    // A row may have come before the columns of a later one.
    for (let index = 0; index < rows.length; index += 1) fillUp(rows[index]?.cells, columns.length)
    return { kind: 'console-table', columns, rows, omittedColumns: sheet.omitted(), omittedRows: omitted }
  }

  function readRow(slot: Slot, sheet: Sheet): OwnRow {
    const key = isObject(slot.key) ? nameOf(preview(slot.key, TITLE)) : primitiveText(slot.key, NAME_LENGTH)
    if (slot.kind === 'unreadable') return { key, cells: [], value: { kind: 'unreadable', why: slot.why } }
    const contents = readTabular(slot.value, 2 * MAX_COLUMNS)
    const isRow =
      contents !== null && (contents.of === 'array' || contents.of === 'plain' || contents.of === 'instance')
    if (!isRow || !isObject(slot.value)) return { key, cells: [], value: preview(slot.value, CELL) }
    sheet.enter(contents)
    const cells: (Preview | null)[] = []
    for (let index = 0; index < sheet.columns.length; index += 1) {
      cells[index] = readCell(slot.value, sheet.columns[index] ?? '')
    }
    return { key, cells, value: contents.of === 'instance' ? preview(slot.value, TITLE) : null }
  }

  function readCell(row: object, column: string): Preview | null {
    const descriptor = getOwnPropertyDescriptor(row, column)
    if (descriptor === undefined) return null
    const isAccessor = descriptor.get !== undefined || descriptor.set !== undefined
    return isAccessor ? { kind: 'unreadable', why: 'getter' } : preview(descriptor.value, CELL)
  }
}

interface OwnRow extends TableRow {
  readonly cells: (Preview | null)[]
}

function fillUp(cells: (Preview | null)[] | undefined, length: number): void {
  if (cells === undefined) return
  while (cells.length < length) append(cells, null)
}

/** The columns, as they come up row by row; or those that were asked for. */
interface Sheet {
  readonly columns: readonly string[]
  readonly enter: (row: Contents) => void
  /** How many columns are left out. */
  readonly omitted: () => number
}

function startSheet(wanted: readonly string[] | null): Sheet {
  const columns: string[] = []
  const known: Record<string, true> = createObject(null)
  let beyond = 0
  let unread = 0
  const add = (column: string) => {
    if (known[column] === true) return
    known[column] = true
    if (columns.length < MAX_COLUMNS) append(columns, column)
    else beyond += 1
  }
  for (let index = 0; wanted !== null && index < wanted.length; index += 1) add(wanted[index] ?? '')
  return {
    columns,
    enter: ({ slots, omitted }) => {
      if (wanted !== null) return
      if (omitted > unread) unread = omitted
      for (let index = 0; index < slots.length; index += 1) {
        const key = slots[index]?.key
        if (typeof key === 'string') add(key)
      }
    },
    omitted: () => beyond + unread,
  }
}

/** Names of columns as a program lists them. */
function namesIn(list: object, readContents: ReadContents): readonly string[] {
  const { slots } = readContents(list, 2 * MAX_COLUMNS)
  const names: string[] = []
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index]
    if (slot?.kind === 'value' && !isObject(slot.value)) {
      append(names, primitiveText(slot.value, NAME_LENGTH))
    }
  }
  return names
}

function nameOf(value: Preview): string {
  return value.kind === 'object' || value.kind === 'function' || value.kind === 'class' ? value.name : ''
}
