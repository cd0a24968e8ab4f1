/** Never comes to an answer. */
export function explain(): string | null {
  for (;;);
}
