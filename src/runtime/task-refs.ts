/** Results that tasks need: futures among the arguments of a task go to the worker as references by key. distributed/utils_comm.py `unpack_remotedata` */

/** Stands for the result of another task. */
export class TaskRef {
  readonly key: string

  constructor(key: string) {
    this.key = key
  }

  static is(value: unknown): value is TaskRef {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === TaskRef.prototype
  }
}

/** Replaces what `replace` gives something for, inside plain containers too; what holds nothing of it stays itself. */
export function replaceDeep(value: unknown, replace: (value: object) => { readonly with: unknown } | null): unknown {
  const visit = (current: unknown, above: readonly object[]): unknown => {
    if (typeof current !== 'object' || current === null || above.includes(current)) return current
    const replaced = replace(current)
    if (replaced !== null) return replaced.with
    const within = [...above, current]
    if (Array.isArray(current))
      return unlessSame(
        current,
        current.map((item) => visit(item, within)),
      )
    if (Object.getPrototypeOf(current) !== Object.prototype) return current
    const entries = Object.entries(current)
    const items = unlessSame(
      entries.map(([, item]) => item),
      entries.map(([, item]) => visit(item, within)),
    )
    const isSame = items.every((item, index) => item === entries[index]?.[1])
    return isSame ? current : Object.fromEntries(entries.map(([name], index) => [name, items[index]]))
  }
  return visit(value, [])
}

function unlessSame(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((item, index) => item === before[index]) ? before : after
}
