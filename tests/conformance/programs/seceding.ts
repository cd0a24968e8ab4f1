/** Tasks that give their thread back, and tasks that wait for tasks of their own. */
import { type Client, type Future, getClient, secede, workerClient } from 'distributed'
import { RuntimeError } from 'distributed/exceptions'
import { type Gate, gate } from './gates.ts'
import { inc } from './plugins.ts'

export const secedeUntil = ({ opened }: Gate) => {
  const secedeAndWait = async (): Promise<string> => {
    secede()
    await opened
    return 'end'
  }
  return secedeAndWait
}

export const secedeAndWait = async (): Promise<string> => {
  secede()
  await gate.opened
  return 'go'
}

export const secedeAndFail = async (): Promise<string> => {
  secede()
  await gate.opened
  throw new RuntimeError('boom')
}

/** Futures that nobody lets go of before the story is over. */
export const kept: Future<number>[] = []

export const withClient = (x: number): Promise<number> => workerClient((client) => submitInner(client, x).result())

export const withClientOfWorker = (x: number): Promise<number> => {
  const inner = submitInner(getClient(), x)
  secede()
  return inner.result()
}

function submitInner(client: Client, x: number): Future<number> {
  const inner = client.submit(inc, [x], { key: `inner-${x}` })
  kept.push(inner)
  return inner
}
