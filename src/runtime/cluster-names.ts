/** Keeps the processes of clusters apart that share one program: as long as one is open, the next is `/2`, and its worker `worker-0/2`. */

/** Which numbers are taken, in this program. */
const taken = new Set<number>()

/** @returns what the names of the cluster's processes end with, and what frees it again */
export function takeClusterSuffix(): { readonly suffix: string; readonly leave: () => void } {
  let number = 1
  while (taken.has(number)) number += 1
  taken.add(number)
  return {
    suffix: number === 1 ? '' : `/${number}`,
    leave: () => {
      taken.delete(number)
    },
  }
}
