/** Gives up waiting for what may never come. */
import { systemTimer, type Timer } from './live-runs.ts'

export interface TimeLimit {
  readonly milliseconds: number
  readonly timer?: Timer | undefined
}

/** @throws an error named `TimeoutError` where the promise has not settled in time; it goes on all the same */
export function inTime<T>(promise: Promise<T>, { milliseconds, timer = systemTimer }: TimeLimit): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timer(milliseconds, () => {
      reject(Object.assign(new Error(`No answer within ${milliseconds / 1000} seconds.`), { name: 'TimeoutError' }))
    })
    promise.finally(callOff).then(resolve, reject)
  })
}
