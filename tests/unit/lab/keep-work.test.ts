/** What a reader made is kept as it is made, in whichever tab, and nothing of it is lost. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { WorkStorage } from '#src/lab/work-storage.ts'
import { kept, offered, openSite, until } from '../../support/work-storage.ts'

let site: ReturnType<typeof openSite>
beforeEach(() => {
  site = openSite()
})

/** A storage that refuses everything while the test says so. */
function refusing(storage: WorkStorage) {
  const refusal = { error: null as Error | null }
  const unless = <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) => {
    return (...args: Args) => (refusal.error === null ? call(...args) : Promise.reject(refusal.error))
  }
  const { copies, write, note, setNote } = storage
  return {
    refusal,
    storage: { ...storage, copies: unless(copies), write: unless(write), note: unless(note), setNote: unless(setNote) },
  }
}

describe('one tab', () => {
  test('an edit is there again after a reload, and only its latest state is stored', async () => {
    const first = await site.visit()
    for (const text of ['a', 'ab', 'abc']) first.edit(text)
    await kept(first)
    first.close()
    const again = await site.visit()
    expect(again.text()).toBe('abc')
    expect(again.state().offer).toBeNull()
    expect(await site.texts()).toEqual(['abc'])
  })

  test('an untouched lab leaves nothing in storage', async () => {
    const tab = await site.visit()
    tab.session.select('other.ts')
    tab.close()
    expect(await site.texts()).toEqual([])
  })

  test('the open file is there again after a reload', async () => {
    const first = await site.visit()
    first.session.select('other.ts')
    first.close()
    const again = await site.visit()
    expect(again.session.store.getState().activeFile).toBe('other.ts')
  })

  test('a run that began before the open file was known goes on', async () => {
    const first = await site.visit()
    first.session.select('other.ts')
    first.close()
    const quick = site.open()
    const { phase } = quick.session.store.getState()
    void quick.session.run()
    await until(() => quick.state().isLoaded)
    expect(quick.session.store.getState()).toMatchObject({ activeFile: 'other.ts' })
    expect(quick.session.store.getState().phase, 'not as before the run').not.toEqual(phase)
  })

  test('what a reset threw away can be brought back after a reload', async () => {
    const first = await site.visit()
    first.edit('mine')
    first.session.reset()
    await kept(first)
    first.close()
    const again = await site.visit()
    expect(again.text()).toBe('start')
    again.session.undoReset()
    expect(again.text()).toBe('mine')
  })

  test('a page that goes away at once still hands over what it has', async () => {
    const first = await site.visit()
    first.edit('a')
    first.edit('ab')
    const flushed = first.keeper.flush()
    first.close()
    await flushed
    expect((await site.visit()).text()).toBe('ab')
  })

  test('what is typed before the kept work has come is not thrown away, and both are offered', async () => {
    const first = await site.visit()
    first.edit('kept')
    await kept(first)
    first.close()
    const quick = site.open()
    quick.edit('typed at once')
    await until(() => quick.state().offer !== null)
    expect(quick.text()).toBe('typed at once')
    expect(offered(quick)).toBe('kept')
  })
})

describe('two tabs', () => {
  test('neither overwrites the other, and each is offered the other’s work', async () => {
    const [one, two] = [await site.visit(), await site.visit()]
    one.edit('one')
    await kept(one)
    await until(() => offered(two) === 'one')
    expect(two.state().offer).toMatchObject({ kind: 'other-copy', isNewer: true })
    two.edit('two')
    await kept(two)
    await until(() => offered(one) === 'two')
    expect([one.text(), two.text()]).toEqual(['one', 'two'])
    expect(await site.texts()).toEqual(['two', 'one'])
  })

  test('taking the other’s work shows it, and keeps what was shown before', async () => {
    const [one, two] = [await site.visit(), await site.visit()]
    one.edit('one')
    two.edit('two')
    await until(() => offered(one) === 'two')
    one.keeper.take()
    expect(one.text()).toBe('two')
    await kept(one)
    expect(one.state().offer).toBeNull()
    const texts = await site.texts()
    expect(texts.toSorted()).toEqual(['one', 'two'])
    one.close()
    two.close()
    const again = await site.visit()
    expect(again.text()).toBe('two')
    expect(again.state().offer, 'what was decided is not asked again').toBeNull()
  })

  test('keeping one’s own is remembered, until the other tab goes on', async () => {
    const [one, two] = [await site.visit(), await site.visit()]
    one.edit('one')
    two.edit('two')
    await until(() => offered(one) === 'two')
    one.keeper.keepMine()
    expect(one.state().offer).toBeNull()
    await kept(one)
    const third = await site.visit()
    expect(third.text()).toBe('one')
    expect(third.state().offer).toBeNull()
    two.edit('two, more')
    await until(() => offered(one) === 'two, more')
    expect(one.text()).toBe('one')
  })

  test('a tab that goes on from another’s state does not remove what that tab writes later', async () => {
    const one = await site.visit()
    one.edit('one')
    await kept(one)
    const two = await site.visit()
    one.edit('one, later')
    await kept(one)
    two.edit('two')
    await kept(two)
    expect((await site.texts()).toSorted()).toEqual(['one, later', 'two'])
  })
})

test('a playground project whose name begins like another’s is not taken for it', async () => {
  const other = await site.visit({ id: 'playground:ab' })
  other.edit('ab')
  await kept(other)
  const tab = await site.visit({ id: 'playground:a' })
  expect(tab.text()).toBe('start')
  expect(tab.state().offer).toBeNull()
})

test('a name is kept with the work, comes with the copy that is taken, and can be taken away', async () => {
  const id = 'playground:mine'
  const one = await site.visit({ id })
  one.keeper.rename('Mine')
  await kept(one)
  const two = await site.visit({ id })
  expect(two.state().name).toBe('Mine')
  two.edit('two')
  two.keeper.rename('Theirs')
  await kept(two)
  await one.keeper.refresh()
  one.edit('one')
  await kept(one)
  one.keeper.take()
  expect([one.text(), one.state().name]).toEqual(['two', 'Theirs'])
  one.keeper.rename(null)
  await kept(one)
  expect((await site.visit({ id })).state().name).toBeNull()
})

describe('a storage that refuses', () => {
  test.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'denied'],
    ['VersionError', 'newer'],
    ['UnknownError', 'failed'],
  ] as const)('%s is told as "%s", work goes on, and is kept once storage works again', async (name, trouble) => {
    const { refusal, storage } = refusing(site.storage())
    const tab = await site.visit({ storage })
    refusal.error = new DOMException('no', name)
    tab.edit('in memory')
    await until(() => tab.state().trouble !== null)
    expect(tab.state()).toMatchObject({ trouble, isKept: false })
    tab.edit('still in memory')
    refusal.error = null
    tab.ring()
    await kept(tab)
    expect(tab.state()).toMatchObject({ trouble: null, isRecovered: true })
    expect((await site.visit()).text()).toBe('still in memory')
  })

  test('refused from the start, what was kept before comes once storage works, if nothing was touched', async () => {
    const before = await site.visit()
    before.edit('kept')
    await kept(before)
    before.close()
    const { refusal, storage } = refusing(site.storage())
    refusal.error = new DOMException('no', 'SecurityError')
    const tab = site.open({ storage })
    await until(() => tab.state().trouble === 'denied')
    expect(tab.text()).toBe('start')
    refusal.error = null
    tab.ring()
    await until(() => tab.text() === 'kept')
    expect(tab.state().trouble).toBeNull()
  })

  test('work that was put aside for another’s while storage refused is kept too', async () => {
    const [one, two] = [await site.visit(), await site.visit()]
    two.edit('two')
    await until(() => offered(one) === 'two')
    one.close()
    const { refusal, storage } = refusing(site.storage())
    const three = site.open({ storage })
    await until(() => three.text() === 'two')
    two.edit('two, more')
    await until(() => offered(three) === 'two, more')
    refusal.error = new DOMException('no', 'QuotaExceededError')
    three.edit('three')
    three.keeper.take()
    await until(() => three.state().trouble === 'full')
    refusal.error = null
    three.ring()
    await kept(three)
    expect(await site.texts()).toContain('three')
  })
})
