/** distributed/collections.py `HeapSet`: a set that gives its smallest member first; among equals, the one that came first. */

export class HeapSet<T> {
  readonly #compare: (one: T, other: T) => number
  readonly #heap: { readonly item: T; readonly turn: number }[] = []
  /** The turn at which each member came. What is in the heap with another turn was removed meanwhile. */
  readonly #turns = new Map<T, number>()
  #turn = 0

  constructor(compare: (one: T, other: T) => number) {
    this.#compare = compare
  }

  get size(): number {
    return this.#turns.size
  }

  has(item: T): boolean {
    return this.#turns.has(item)
  }

  add(item: T): void {
    if (this.#turns.has(item)) return
    const turn = this.#turn++
    this.#turns.set(item, turn)
    this.#heap.push({ item, turn })
    this.#rise(this.#heap.length - 1)
  }

  delete(item: T): boolean {
    return this.#turns.delete(item)
  }

  clear(): void {
    this.#turns.clear()
    this.#heap.length = 0
  }

  /** The smallest member, which stays; undefined where there is none. */
  peek(): T | undefined {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      if (this.#turns.get(top.item) === top.turn) return top.item
      this.#removeTop()
    }
    return undefined
  }

  /** Removes and returns the smallest member. */
  pop(): T | undefined {
    const item = this.peek()
    if (item !== undefined) {
      this.#turns.delete(item)
      this.#removeTop()
    }
    return item
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#turns.keys()
  }

  #removeTop(): void {
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink(0)
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.#isLess(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const child = this.#isLess(right, left) ? right : left
      if (!this.#isLess(child, at)) return
      this.#swap(at, child)
      at = child
    }
  }

  #isLess(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    if (a === undefined || b === undefined) return a !== undefined
    return (this.#compare(a.item, b.item) || a.turn - b.turn) < 0
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    if (a === undefined || b === undefined) return
    this.#heap[one] = b
    this.#heap[other] = a
  }
}
