/** A page, a file or a module comes, whichever of network and cache fails, hangs or has nothing. */
import { describe, expect, test } from 'vitest'
import { keptFirst, networkFirst, PATIENCE } from '#src/site/offline/answering.ts'
import { createHandTimer } from '../../support/hand-timer.ts'
import { until } from '../../support/work-storage.ts'

const hangs = () => new Promise<never>(() => undefined)
const fails = () => Promise.reject(new Error('no network'))
const gives = (text: string) => () => Promise.resolve(text)
const nothing = () => Promise.resolve(undefined)

/** Waits until a source is waited for, and lets that wait run out. */
async function runOut({ waits, ring }: ReturnType<typeof createHandTimer>, milliseconds: number): Promise<void> {
  await until(() => waits().includes(milliseconds))
  ring(milliseconds)
}

describe('networkFirst', () => {
  test('prefers the network, and the kept answer where there is no network', async () => {
    expect(await networkFirst({ network: gives('fresh'), kept: gives('kept') })).toBe('fresh')
    expect(await networkFirst({ network: fails, kept: gives('kept') })).toBe('kept')
  })

  test('answers with what is kept once a network that says nothing has had its time', async () => {
    const clock = createHandTimer()
    const answer = networkFirst({ network: hangs, kept: gives('kept'), timer: clock.timer })
    await runOut(clock, PATIENCE.network)
    expect(await answer).toBe('kept')
  })

  test('goes on waiting for a slow network where nothing is kept', async () => {
    const clock = createHandTimer()
    const { promise, resolve } = Promise.withResolvers<string>()
    const answer = networkFirst({ network: () => promise, kept: nothing, timer: clock.timer })
    await runOut(clock, PATIENCE.network)
    resolve('at last')
    expect(await answer).toBe('at last')
  })

  test('tells how the network failed where nothing is kept, or the cache is broken or hangs', async () => {
    for (const kept of [nothing, fails])
      await expect(networkFirst({ network: fails, kept })).rejects.toThrow('no network')
    const clock = createHandTimer()
    const answer = networkFirst({ network: fails, kept: hangs, timer: clock.timer })
    const told = expect(answer).rejects.toThrow('no network')
    await runOut(clock, PATIENCE.cache)
    await told
  })
})

describe('keptFirst', () => {
  test('does not ask the network for what is kept', async () => {
    let isAsked = false
    const network = () => {
      isAsked = true
      return hangs()
    }
    expect(await keptFirst({ network, kept: gives('kept') })).toBe('kept')
    expect(isAsked).toBe(false)
  })

  test('asks the network where nothing is kept, or the cache is broken or hangs', async () => {
    for (const kept of [nothing, fails]) expect(await keptFirst({ network: gives('fresh'), kept })).toBe('fresh')
    const clock = createHandTimer()
    const answer = keptFirst({ network: gives('fresh'), kept: hangs, timer: clock.timer })
    await runOut(clock, PATIENCE.cache)
    expect(await answer).toBe('fresh')
  })
})
