/** Draws a table with lines, for places that have only text. */

const LONGEST_CELL = 40

/** @param rows the first is the head; all are equally long */
export function drawTable(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map(oneLine))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))))
  const rule = (left: string, middle: string, right: string) =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`
  const line = (row: readonly string[]) =>
    `│${row.map((cell, column) => ` ${cell}${' '.repeat((widths[column] ?? 0) - widthOf(cell))} `).join('│')}│`
  const [head = [], ...body] = cells
  return [rule('┌', '┬', '┐'), line(head), rule('├', '┼', '┤'), ...body.map(line), rule('└', '┴', '┘')]
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length > LONGEST_CELL ? `${flat.slice(0, LONGEST_CELL - 1)}…` : flat
}

/** Two columns each, in a terminal and in most code faces. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)
}
