/** What is wrong in the content: where, what, and what to do about it. */

export interface Problem {
  /** From the root of the repository. */
  readonly file: string
  readonly line: number | null
  readonly problem: string
  /** The next step for the author. */
  readonly next: string
}

export function problemText({ file, line, problem, next }: Problem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${problem} ${next}`
}
