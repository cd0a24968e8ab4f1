/** Which state each task should go to next: a stack of keys, as Python's `dict.popitem` makes of a dict of recommendations. */

export class Recommendations<State extends string> {
  readonly #keys: string[] = []
  readonly #states = new Map<string, State>()

  constructor(entries: Iterable<readonly [string, State]> = []) {
    this.add(entries)
  }

  /** A key that is there already keeps its place and gets the new state, as `dict.update` has it. */
  add(entries: Iterable<readonly [string, State]>): void {
    for (const [key, state] of entries) {
      if (!this.#states.has(key)) this.#keys.push(key)
      this.#states.set(key, state)
    }
  }

  /** The newest recommendation; null when none is left. */
  pop(): { readonly key: string; readonly finish: State } | null {
    const key = this.#keys.pop()
    const finish = key === undefined ? undefined : this.#states.get(key)
    if (key === undefined || finish === undefined) return null
    this.#states.delete(key)
    return { key, finish }
  }
}
