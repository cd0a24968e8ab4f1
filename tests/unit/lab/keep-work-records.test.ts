/** Records that this version cannot read, and work on an earlier revision of a lab: still the reader's. */
import { openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { copyWith, ID, kept, openSite, projectWith, SCOPE } from '../../support/work-storage.ts'

let site: ReturnType<typeof openSite>
beforeEach(() => {
  site = openSite()
})

describe('records that cannot be read', () => {
  async function put(value: unknown, key: [string, string, number] = [ID, 'line', 1]) {
    const first = await site.visit()
    first.close()
    const db = await openDB('work')
    await db.put('works', value, key)
    db.close()
  }

  test.each([
    ['broken', { format: 1, id: ID, nonsense: true }],
    ['broken', 'not even an object'],
    ['broken', { format: 1, ...copyWith({ line: 'another' }) }],
    ['newer', { format: 2, shape: 'of another day' }],
  ] as const)('%s: it is set aside as it was and told of once', async (kind, value) => {
    await put(value)
    const tab = await site.visit()
    expect(tab.text()).toBe('start')
    expect(tab.state().setAside).toEqual({ broken: 0, newer: 0, [kind]: 1 })
    tab.close()
    const again = await site.visit()
    expect(again.state().setAside).toEqual({ broken: 0, newer: 0 })
    const { aside } = await site.storage().all()
    expect(aside).toMatchObject([{ from: 'works', kind, value, key: [ID, 'line', 1] }])
  })

  test('a good record beside it is shown', async () => {
    await put({ format: 1, nonsense: true })
    const storage = site.storage()
    await storage.write(copyWith({ line: 'good' }), null)
    expect((await site.visit()).text()).toBe('mine')
  })

  test('what this version can read again comes back', async () => {
    await put({ format: 2 })
    await (await site.visit()).keeper.refresh()
    const db = await openDB('work')
    await db.clear('aside')
    const aside = { from: 'works', kind: 'newer', reason: '', setAsideAt: 1, key: [ID, 'line', 1] }
    await db.add('aside', { ...aside, value: { format: 1, ...copyWith({}) } })
    db.close()
    expect((await site.visit()).text()).toBe('mine')
    expect((await site.storage().all()).aside).toEqual([])
  })
})

describe('a new revision of a lab', () => {
  const id = 'lab:lesson/lab@r2'
  const start = { ...projectWith('new start'), dask: '2026.7.1' }

  test('work on the earlier one is offered: shown on request, under the new lab’s settings', async () => {
    const old = await site.visit()
    old.edit('mine')
    await kept(old)
    old.close()
    const tab = await site.visit({ id, start })
    expect(tab.text()).toBe('new start')
    expect(tab.state().offer).toMatchObject({ kind: 'earlier-revision' })
    tab.keeper.take()
    expect(tab.session.store.getState().project).toEqual({
      ...start,
      files: { 'main.ts': 'mine', 'other.ts': '' },
    })
    await kept(tab)
    expect((await site.storage().copies(SCOPE)).copies.map((copy) => copy.id).toSorted()).toEqual([ID, id])
    tab.close()
    const again = await site.visit({ id, start })
    expect(again.text()).toBe('mine')
    expect(again.state().offer).toBeNull()
  })

  test('a fresh start is remembered', async () => {
    const old = await site.visit()
    old.edit('mine')
    await kept(old)
    old.close()
    const tab = await site.visit({ id, start })
    tab.keeper.keepMine()
    await kept(tab)
    tab.close()
    const again = await site.visit({ id, start })
    expect(again.text()).toBe('new start')
    expect(again.state().offer).toBeNull()
    expect(await site.texts()).toContain('mine')
  })
})
