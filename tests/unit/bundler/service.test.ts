import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type BundleRequest, type BundleResult, DEFAULT_BUILD } from '../../../src/bundler/bundle-types.ts'
import {
  type Bundler,
  type BundlerHost,
  connectBundler,
  serveBundler,
  superviseBundler,
} from '../../../src/bundler/service.ts'

const signal = new AbortController().signal

describe('a bundler behind a port', () => {
  it('answers each request with its own result, one build at a time', async () => {
    const core = steppedCore()
    const bundler = connected(core)
    const results = Promise.all(['a', 'b', 'c'].map((name) => bundler.bundle(requestOf(name), signal)))
    for (const name of ['a', 'b', 'c']) {
      await vi.waitFor(() => expect(core.waiting()).toEqual([name]))
      core.finish()
    }
    expect((await results).map(codeOf)).toEqual(['a', 'b', 'c'])
  })

  it('never builds a request that is aborted before its turn', async () => {
    const core = steppedCore()
    const bundler = connected(core)
    const abort = new AbortController()
    const first = bundler.bundle(requestOf('first'), signal)
    const superseded = bundler.bundle(requestOf('superseded'), abort.signal)
    const latest = bundler.bundle(requestOf('latest'), signal)
    abort.abort(new Error('superseded'))
    await expect(superseded).rejects.toThrow('superseded')
    await vi.waitFor(() => expect(core.waiting()).toEqual(['first']))
    core.finish()
    await vi.waitFor(() => expect(core.waiting()).toEqual(['latest']))
    core.finish()
    expect([await first, await latest].map(codeOf)).toEqual(['first', 'latest'])
    expect(core.started()).toEqual(['first', 'latest'])
  })

  it('rejects at once when aborted while it builds, and drops the late result', async () => {
    const core = steppedCore()
    const bundler = connected(core)
    const abort = new AbortController()
    const abandoned = bundler.bundle(requestOf('abandoned'), abort.signal)
    await vi.waitFor(() => expect(core.waiting()).toEqual(['abandoned']))
    abort.abort(new Error('no longer wanted'))
    await expect(abandoned).rejects.toThrow('no longer wanted')
    const next = bundler.bundle(requestOf('next'), signal)
    core.finish()
    await vi.waitFor(() => expect(core.waiting()).toEqual(['next']))
    core.finish()
    expect(codeOf(await next)).toBe('next')
  })

  it('refuses a request that was aborted before it was made', async () => {
    const core = steppedCore()
    await expect(connected(core).bundle(requestOf('a'), AbortSignal.abort('gone'))).rejects.toBe('gone')
    expect(core.started()).toEqual([])
  })

  it('takes requests before the core has started', async () => {
    const core = steppedCore()
    const { promise: ready, resolve: start } = Promise.withResolvers<void>()
    const bundler = connected(core, ready)
    const result = bundler.bundle(requestOf('early'), signal)
    start()
    await vi.waitFor(() => expect(core.waiting()).toEqual(['early']))
    core.finish()
    expect(codeOf(await result)).toBe('early')
  })
})

describe('a bundler whose host dies', () => {
  it('rejects all that is pending, and serves the next request from a new host', async () => {
    const hosts = manyHosts()
    const { bundler } = hosts
    const pending = [bundler.bundle(requestOf('a'), signal), bundler.bundle(requestOf('b'), signal)]
    hosts.latest().kill('out of memory')
    for (const lost of pending)
      await expect(lost).rejects.toThrow('The bundler died in its worker (out of memory). Run again')
    expect(hosts.ended()).toBe(1)

    const next = bundler.bundle(requestOf('c'), signal)
    await vi.waitFor(() => expect(hosts.latest().core.waiting()).toEqual(['c']))
    hosts.latest().core.finish()
    expect(codeOf(await next)).toBe('c')
    expect(hosts.opened()).toBe(2)
  })

  it('hears from the service that it cannot start', async () => {
    const hosts = manyHosts(() => Promise.reject(new Error('esbuild.wasm gave 404')))
    await expect(hosts.bundler.bundle(requestOf('a'), signal)).rejects.toThrow('esbuild.wasm gave 404')
  })

  it('takes a core that throws for a dead one', async () => {
    const hosts = manyHosts()
    const lost = hosts.bundler.bundle(requestOf('a'), signal)
    const { core } = hosts.latest()
    await vi.waitFor(() => expect(core.waiting()).toEqual(['a']))
    core.fail(new Error('Go program has already exited'))
    await expect(lost).rejects.toThrow('Go program has already exited')
    expect(hosts.ended()).toBe(1)
  })

  it('pays no attention to a host that it has left', async () => {
    const hosts = manyHosts()
    const first = hosts.latest()
    first.kill('first')
    const next = hosts.bundler.bundle(requestOf('next'), signal)
    first.kill('once more')
    await vi.waitFor(() => expect(hosts.latest().core.waiting()).toEqual(['next']))
    hosts.latest().core.finish()
    expect(codeOf(await next)).toBe('next')
  })

  it('ends its host when it is disposed of, and refuses further work', async () => {
    const hosts = manyHosts()
    const pending = hosts.bundler.bundle(requestOf('a'), signal)
    hosts.bundler.dispose()
    await expect(pending).rejects.toThrow('disposed of')
    await expect(hosts.bundler.bundle(requestOf('b'), signal)).rejects.toThrow('disposed of')
    expect([hosts.opened(), hosts.ended()]).toEqual([1, 1])
  })
})

/** A core whose builds end only when the test says so. */
function steppedCore() {
  const started: string[] = []
  const running: { name: string; resolve: (result: BundleResult) => void; reject: (error: Error) => void }[] = []
  return {
    bundle: ({ entry }: BundleRequest) =>
      new Promise<BundleResult>((resolve, reject) => {
        started.push(entry)
        running.push({ name: entry, resolve, reject })
      }),
    started: () => started,
    waiting: () => running.map(({ name }) => name),
    finish: () => {
      const build = running.shift()
      build?.resolve({ kind: 'bundled', code: build.name, map: '', modules: [], warnings: [] })
    },
    fail: (error: Error) => running.shift()?.reject(error),
  }
}

type SteppedCore = ReturnType<typeof steppedCore>

function connected(core: SteppedCore, ready: Promise<unknown> = Promise.resolve()): Bundler {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  serveBundler(
    port2,
    ready.then(() => core),
  )
  return connectBundler(port1)
}

/** A bundler that may open as many hosts as it likes, and what became of them. */
function manyHosts(start: (core: SteppedCore) => Promise<SteppedCore> = async (core) => core) {
  const hosts: { readonly core: SteppedCore; readonly kill: (why: string) => void }[] = []
  let ended = 0
  const open = (): BundlerHost => {
    const { port1, port2 } = new MessageChannel()
    const core = steppedCore()
    const listeners: ((why: string) => void)[] = []
    hosts.push({
      core,
      kill: (why) => {
        for (const listener of listeners) listener(why)
      },
    })
    serveBundler(port2, start(core))
    return {
      port: port1,
      onDeath: (listener) => listeners.push(listener),
      end: () => {
        ended += 1
        port1.close()
      },
    }
  }
  const bundler = superviseBundler(open)
  onTestFinished(() => bundler.dispose())
  return {
    bundler,
    opened: () => hosts.length,
    ended: () => ended,
    latest: () => {
      const host = hosts.at(-1)
      if (host === undefined) throw new Error('No host was opened.')
      return host
    },
  }
}

function requestOf(entry: string): BundleRequest {
  return { disk: {}, entry, options: DEFAULT_BUILD }
}

function codeOf(result: BundleResult): string {
  return result.kind === 'bundled' ? result.code : 'rejected'
}
