/** Several things of one owner, given back together. */
import { acquire, type Handle } from './pool.ts'

export class Lease {
  readonly #handles: Handle[] = []

  constructor(owner: string, ...things: readonly string[]) {
    try {
      for (const what of things) this.#handles.push(acquire(what, owner))
    } catch (error) {
      this.end()
      throw error
    }
  }

  end() {
    while (this.#handles.length > 0) this.#handles.pop()?.release()
  }
}
