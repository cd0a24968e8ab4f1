/** An error of a class of the program. */
import { inc } from './plugins.ts'
import { stepWith, tell } from './story.ts'

class OwnError extends Error {
  override readonly name = 'OwnError'
  readonly code: number

  constructor(code: number) {
    super(`code ${code}`)
    this.code = code
  }
}

const failWithOwn = (code: number): number => {
  throw new OwnError(code)
}

const about = (error: unknown): readonly unknown[] => {
  const { code } = Object(error)
  return [Object.getPrototypeOf(error) === OwnError.prototype, code]
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  const a = await stepWith(
    step,
    () => client.submit(failWithOwn, [7], { key: 'a' }),
    (made) => made.result(),
  )
  await step(async () => about(await a.exception()))
  await step(async () => new Set([await a.exception(), await a.exception()]).size === 1)
  await step(async () => about(await client.submit(inc, [a], { key: 'b' }).exception()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
