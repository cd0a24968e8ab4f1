/** Lends a bundler and a runner to many short uses, and lets go of them when none has come for a while. */
import { startNodeBundler } from '../bundler/bundler-node.ts'
import { startNodeRunner } from '../runner/runner-node.ts'
import type { Engine } from './judge.ts'

export interface SharedEngine {
  readonly use: <Result>(work: (engine: Engine) => Promise<Result>) => Promise<Result>
}

/** Starting esbuild takes longer than any use. Threads that wait keep a process alive, so they wait no longer than this. */
const IDLE_MS = 1_000

export function createSharedEngine(): SharedEngine {
  let engine: Engine | null = null
  let users = 0
  let idle: NodeJS.Timeout | undefined

  const letGo = () => {
    engine?.bundler.dispose()
    engine?.runner.dispose()
    engine = null
  }

  return {
    use: async (work) => {
      clearTimeout(idle)
      users += 1
      engine ??= { bundler: startNodeBundler(), runner: startNodeRunner() }
      try {
        return await work(engine)
      } finally {
        users -= 1
        if (users === 0) idle = setTimeout(letGo, IDLE_MS)
      }
    },
  }
}
