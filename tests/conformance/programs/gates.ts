/** Tasks that wait until the story lets them go on, and one that fails the first time. */
import { getWorker } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'

export interface Gate {
  readonly opened: Promise<void>
  readonly open: () => void
}

export function createGate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** What the tasks of a story wait for: each program is a bundle of its own, and has one. */
export const gate = createGate()

export const waitFor = async (): Promise<string> => {
  await gate.opened
  return 'go'
}

export const waitForItem = async (item: number): Promise<number> => {
  await gate.opened
  return item
}

export const waitForKey = async (key: string): Promise<string> => {
  await gate.opened
  return key
}

export const waitAndFail = async (): Promise<number> => {
  await gate.opened
  throw new RuntimeError('boom')
}

let tries = 0

export const secondTime = (): number => {
  tries += 1
  if (tries === 1) throw new RuntimeError('first time')
  return tries
}

/** Which worker it runs on. */
export const workerName = (_item: number): string | number => getWorker().name
