import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { serveShortTimers } from '../../../src/bundler/timer-shim.ts'

describe('short timers', () => {
  it('run in the order in which they were set, none before the caller is done, nested ones too', async () => {
    const { scope } = shimmed()
    const order: string[] = []
    const done = new Promise<void>((resolve) => {
      scope.setTimeout(() => {
        order.push('first')
        scope.setTimeout(() => {
          order.push('nested')
          resolve()
        }, 0)
      }, 1)
      scope.setTimeout(() => order.push('second'))
      order.push('caller')
    })
    await done
    expect(order).toEqual(['caller', 'first', 'second', 'nested'])
  })

  it('can be cleared', async () => {
    const { scope } = shimmed()
    const cleared = vi.fn()
    scope.clearTimeout(scope.setTimeout(cleared, 0))
    await new Promise<void>((resolve) => scope.setTimeout(resolve, 0))
    expect(cleared).not.toHaveBeenCalled()
  })

  it('leave longer ones to the scope, to set and to clear', () => {
    const { scope, own } = shimmed()
    expect(scope.setTimeout(() => undefined, 2)).toBe(77)
    scope.clearTimeout(77)
    expect(own.setTimeout).toHaveBeenCalledOnce()
    expect(own.clearTimeout).toHaveBeenCalledWith(77)
  })

  it('can be taken out again', () => {
    const { scope, own, stop } = shimmed()
    stop()
    expect(scope.setTimeout).toBe(own.setTimeout)
  })
})

function shimmed() {
  const own = { setTimeout: vi.fn(() => 77), clearTimeout: vi.fn() }
  const scope: Parameters<typeof serveShortTimers>[0] = { ...own }
  const stop = serveShortTimers(scope)
  onTestFinished(stop)
  return { scope, own, stop }
}
