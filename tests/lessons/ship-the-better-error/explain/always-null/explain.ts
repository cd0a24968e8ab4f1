/** No message is a message too. */
export function explain(): string | null {
  return null
}
