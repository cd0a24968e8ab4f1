import { describe, expect, test, vi } from 'vitest'
import { createIdleTracker, type Timers } from '#src/runner/worker/idle.ts'

/** A tracker over virtual timers, and whether it has called the program idle yet. */
function open() {
  vi.useFakeTimers()
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis
  const native = { setTimeout, clearTimeout, setInterval, clearInterval } as unknown as Timers
  const tracker = createIdleTracker(native)
  let isIdle = false
  return {
    timers: tracker.timers,
    wait: () =>
      tracker.whenIdle(() => {
        isIdle = true
      }),
    isIdle: () => isIdle,
  }
}

describe('the idle tracker', () => {
  test('a program without timers is idle after one more task', async () => {
    const { wait, isIdle } = open()
    void wait()
    expect(isIdle()).toBe(false)
    await vi.advanceTimersByTimeAsync(0)
    expect(isIdle()).toBe(true)
  })

  test('waits for a timer, for the timer that this one starts, and for an interval until it is cleared', async () => {
    const { timers, wait, isIdle } = open()
    let interval: unknown
    timers.setTimeout(() => {
      interval = timers.setInterval(() => {}, 10)
    }, 50)
    void wait()
    await vi.advanceTimersByTimeAsync(500)
    expect(isIdle()).toBe(false)
    timers.clearInterval(interval)
    await vi.advanceTimersByTimeAsync(0)
    expect(isIdle()).toBe(true)
  })

  test('a cleared timer does not keep the program busy', async () => {
    const { timers, wait, isIdle } = open()
    timers.clearTimeout(timers.setTimeout(() => {}, 1e6))
    void wait()
    await vi.advanceTimersByTimeAsync(0)
    expect(isIdle()).toBe(true)
  })

  test('a callback gets its arguments, and one that throws is still counted as done', async () => {
    const { timers, wait, isIdle } = open()
    const given = vi.fn(() => {
      throw new Error('in a callback')
    })
    timers.setTimeout(given, 1, 'one', 2)
    void wait()
    await expect(vi.advanceTimersByTimeAsync(1)).rejects.toThrow('in a callback')
    await vi.advanceTimersByTimeAsync(1)
    expect(given).toHaveBeenCalledWith('one', 2)
    expect(isIdle()).toBe(true)
  })
})
