/** Fills in the format of a console call, after https://console.spec.whatwg.org/#formatter, without running code of the program. */
import { append, isObject, readFloat, readInteger, withoutLastUnit } from './intrinsics.ts'
import { primitiveText } from './previews.ts'

/** Longer than what a preview keeps. */
const MAX_TEXT = 2_001

/**
 * Texts run together into one; an object stays a value of its own between them, so that it can be looked into. One space beside it
 * goes, since values are set apart by one. What is filled in is not read as a format again. Styles (`%c`) are taken out and not
 * applied. An object given for `%s` is shown, not asked for its `toString`.
 */
export function formatValues(values: readonly unknown[]): readonly unknown[] {
  const format = values[0]
  if (values.length < 2 || typeof format !== 'string') return values
  const result: unknown[] = []
  let text = ''
  let next = 1
  for (let at = 0; at < format.length; at += 1) {
    const specifier = format[at] === '%' ? (format[at + 1] ?? '') : ''
    const value = values[next]
    if (specifier === '%') {
      text += '%'
      at += 1
    } else if (!isSpecifier(specifier) || next >= values.length) {
      text += format[at]
    } else {
      next += 1
      at += 1
      if (specifier === 'c') continue
      if (!isShown(specifier, value)) {
        text += fillIn(specifier, value)
        continue
      }
      const before = format[at - 2] === ' ' ? withoutLastUnit(text) : text
      if (before !== '') append(result, before)
      append(result, value)
      text = ''
      if (format[at + 1] === ' ') at += 1
    }
  }
  if (text !== '' || result.length === 0) append(result, text)
  for (; next < values.length; next += 1) append(result, values[next])
  return result
}

type Specifier = 's' | 'd' | 'i' | 'f' | 'o' | 'O' | 'c'

function isSpecifier(letter: string): letter is Specifier {
  switch (letter) {
    case 's':
    case 'd':
    case 'i':
    case 'f':
    case 'o':
    case 'O':
    case 'c':
      return true
    default:
      return false
  }
}

/** Whether a value is set between the texts as it is. */
function isShown(specifier: Specifier, value: unknown): boolean {
  return isObject(value) && (specifier === 's' || specifier === 'o' || specifier === 'O')
}

function fillIn(specifier: Specifier, value: unknown): string {
  const isNumeric = specifier === 'd' || specifier === 'i' || specifier === 'f'
  if (!isNumeric) return primitiveText(value, MAX_TEXT)
  if (typeof value === 'bigint') return primitiveText(value, MAX_TEXT)
  if (isObject(value) || typeof value === 'symbol') return 'NaN'
  const text = `${value}`
  return `${specifier === 'f' ? readFloat(text) : readInteger(text, 10)}`
}
