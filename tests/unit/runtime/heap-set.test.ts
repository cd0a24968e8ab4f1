/** The set that gives its smallest member first. */
import { HeapSet } from 'distributed/heap-set'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test('gives what is in it in order, first come first among equals, whatever was added and removed', () => {
  const change = fc.record({ add: fc.boolean(), id: fc.nat(15) })
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const items = Array.from({ length: 16 }, (_, id) => ({ id, weight: id % 4 }))
      const heap = new HeapSet<{ readonly id: number; readonly weight: number }>(
        (one, other) => one.weight - other.weight,
      )
      const model: { readonly id: number; readonly weight: number }[] = []
      for (const { add, id } of changes) {
        const item = items[id]
        if (item === undefined) continue
        const place = model.indexOf(item)
        if (add) {
          heap.add(item)
          if (place === -1) model.push(item)
        } else {
          heap.delete(item)
          if (place !== -1) model.splice(place, 1)
        }
        expect([heap.size, heap.has(item)]).toEqual([model.length, add])
      }
      const expected = model.toSorted((one, other) => one.weight - other.weight)
      expect(expected.map(() => heap.pop())).toEqual(expected)
      expect(heap.pop()).toBeUndefined()
    }),
  )
})
