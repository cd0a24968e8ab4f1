/** Counted names where Dask draws random ones, so that the same program gives the same names every time. */

/** Gives `prefix-1`, `prefix-2`, …, counting each prefix on its own. */
export type NextId = (prefix: string) => string

/** Dask writes `ClassName-<uuid4>`; here the count takes the place of the uuid. */
export function createIds(): NextId {
  const counts = new Map<string, number>()
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    return `${prefix}-${count}`
  }
}

/** For names that are drawn where there is no cluster yet. One count for the program, whichever copy of a module asks. */
export const nextProgramId = createIds()
