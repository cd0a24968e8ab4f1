/** Breaks paths into lines and says how wide they are: the drawing must know before there is a page to measure. */

/** Lines of at most so many columns, broken behind slashes and before a suffix where there are any. */
export function wrapPath(path: string, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of path.split(/(?<=\/)|(?=[?#])/).flatMap((piece) => cut(piece, most))) {
    if (line !== '' && textColumns(line) + textColumns(part) > most) {
      lines.push(line)
      line = ''
    }
    line += part
  }
  return [...lines, line]
}

/** A Chinese character takes two columns of the code face. */
export function textColumns(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)
}

function cut(piece: string, most: number): readonly string[] {
  const pieces: string[] = ['']
  for (const character of piece) {
    const last = pieces.at(-1) ?? ''
    if (textColumns(last) + textColumns(character) > most) pieces.push(character)
    else pieces[pieces.length - 1] = last + character
  }
  return pieces
}
