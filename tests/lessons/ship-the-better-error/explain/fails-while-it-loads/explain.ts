/** Does not get as far as its function. */
throw new Error('not ready')

export function explain(): string | null {
  return null
}
