/** Whatever order edits, reloads, crashes, switches of tab, resets and solutions come in: no edit is lost. */
import { expect, test } from 'vitest'
import { kept, openSite, projectWith, SCOPE, START, type Tab } from '../../support/work-storage.ts'

const STEPS = 500

/** The same numbers for the same seed: Park and Miller's generator. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const START_TEXT = START.files['main.ts'] ?? ''
const textOf = (tab: Tab) => tab.text() ?? ''
const discardedOf = (tab: Tab) => tab.session.store.getState().discarded?.files['main.ts']

/** Everything that can happen to a lab, by name, and how often it does, in parts of a hundred. */
const ODDS = { edit: 43, solve: 4, reset: 8, undo: 6, crash: 10, reload: 8, open: 8, leave: 4, take: 5, keepMine: 4 }
type Event = keyof typeof ODDS

function draw(random: (below: number) => number): Event {
  let roll = random(Object.values(ODDS).reduce((sum, odds) => sum + odds))
  for (const [event, odds] of Object.entries(ODDS)) {
    roll -= odds
    if (roll < 0) return event as Event
  }
  throw new Error('The odds do not add up.')
}

async function live(seed: number) {
  const random = createRandom(seed)
  const site = openSite()
  const tabs: Tab[] = [await site.visit()]
  const counts = new Map<Event, number>()
  /** Every text that was made and that its own tab has not gone on from: it must be in storage. */
  const made = new Set<string>()

  const write = (tab: Tab, text: string) => {
    made.delete(textOf(tab))
    made.add(text)
    tab.edit(text)
  }
  /** Only the latest reset can be undone: what an earlier one threw away goes now. */
  const giveUpDiscarded = (tab: Tab) => {
    const before = discardedOf(tab)
    if (before !== undefined) made.delete(before)
  }
  const leave = (tab: Tab) => {
    tab.close()
    tabs.splice(tabs.indexOf(tab), 1)
  }
  const open = async () => {
    tabs.push(await site.visit())
  }
  const events: Record<Event, (tab: Tab, step: number) => void | Promise<void>> = {
    edit: (tab, step) => write(tab, `edit ${step}`),
    solve: (tab, step) => {
      giveUpDiscarded(tab)
      made.add(`solution ${step}`)
      tab.session.replace(projectWith(`solution ${step}`))
    },
    reset: (tab) => {
      if (textOf(tab) !== START_TEXT) giveUpDiscarded(tab)
      tab.session.reset()
    },
    undo: (tab) => tab.session.undoReset(),
    // No farewell: what is in storage by then is all there is. An edit takes milliseconds to get there.
    crash: async (tab) => {
      await kept(tab)
      tab.kill()
      leave(tab)
      await open()
    },
    reload: async (tab) => {
      const flushed = tab.keeper.flush()
      leave(tab)
      await flushed
      await open()
    },
    open: () => (tabs.length < 4 ? open() : undefined),
    leave: async (tab) => {
      if (tabs.length === 1) return
      await kept(tab)
      leave(tab)
    },
    take: (tab) => tab.keeper.take(),
    keepMine: (tab) => tab.keeper.keepMine(),
  }
  for (let step = 0; step < STEPS; step += 1) {
    const tab = tabs[random(tabs.length)]
    if (tab === undefined) throw new Error('There is always a tab.')
    const event = draw(random)
    counts.set(event, (counts.get(event) ?? 0) + 1)
    await events[event](tab, step)
    if (random(3) === 0) await Promise.all(tabs.map(kept))
  }
  await Promise.all(tabs.map(kept))
  const { copies } = await site.storage().copies(SCOPE)
  const stored = copies.flatMap(({ project, discarded }) => [project.files['main.ts'], discarded?.files['main.ts']])
  return { counts, lost: [...made].filter((text) => !stored.includes(text)), made: made.size }
}

test.each([1, 2])(`in ${STEPS} steps at random no edit is lost (seed %i)`, async (seed) => {
  const { counts, lost, made } = await live(seed)
  expect(lost).toEqual([])
  expect(made).toBeGreaterThan(5)
  expect([...counts.keys()].toSorted(), 'everything happened').toEqual(Object.keys(ODDS).toSorted())
})
