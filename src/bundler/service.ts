/** The bundler behind a port: the side that asks, the side that serves, and the messages between them. */
import type { BundleRequest, BundleResult } from './bundle-types.ts'

export interface Bundler {
  /** @throws the signal's reason when aborted, or an Error when the service died */
  readonly bundle: (request: BundleRequest, signal: AbortSignal) => Promise<BundleResult>
  readonly dispose: () => void
}

/** The part of a MessagePort that both the browser's and Node's have. */
export interface BundlerPort {
  readonly postMessage: (message: unknown) => void
  readonly addEventListener: (type: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly start: () => void
}

/** A place where the service runs, and the way to end it. */
export interface BundlerHost {
  readonly port: BundlerPort
  /** Calls back when the place dies. */
  readonly onDeath: (listener: (why: string) => void) => void
  readonly end: () => void
}

/** To the service. */
interface Ask {
  readonly type: 'bundle'
  readonly id: number
  readonly request: BundleRequest
}

/** From the service: one answer to each request, or word that there will be none any more. */
type Answer =
  | { readonly type: 'bundled'; readonly id: number; readonly result: BundleResult }
  | { readonly type: 'died'; readonly why: string }

/** The service that runs inside a host. */
export interface Service {
  /** Tells the other side that no more answers will come. */
  readonly die: (why: string) => void
}

/**
 * Serves requests through the port. They may come in before the core has started. What a learner got wrong is a result;
 * so a core that throws is broken, and nothing that it still says could be trusted.
 */
export function serveBundler(
  port: BundlerPort,
  core: Promise<{ readonly bundle: (request: BundleRequest) => Promise<BundleResult> }>,
): Service {
  const post = (answer: Answer) => port.postMessage(answer)
  const die = (why: string) => post({ type: 'died', why })
  core.catch((error: unknown) => die(String(error)))
  port.addEventListener('message', ({ data }) => {
    if (!isAsk(data)) return
    const { id, request } = data
    core
      .then(({ bundle }) => bundle(request))
      .then((result) => post({ type: 'bundled', id, result }))
      .catch((error: unknown) => die(String(error)))
  })
  port.start()
  return { die }
}

/** A bundler over a port whose other side is served for good. */
export function connectBundler(port: BundlerPort): Bundler {
  return superviseBundler(() => ({ port, onDeath: () => undefined, end: () => undefined }))
}

interface Job {
  readonly id: number
  readonly request: BundleRequest
  readonly settle: { readonly resolve: (result: BundleResult) => void; readonly reject: (reason: unknown) => void }
}

/** A bundler over hosts that may die: what was asked of a dead one fails, and the next request opens another. */
export function superviseBundler(open: () => BundlerHost): Bundler {
  let host: BundlerHost | null = null
  let disposed = false
  let lastId = 0
  let jobs: readonly Job[] = []
  /** The job that is being built, though it may have been abandoned since. */
  let sent: number | null = null

  const failAll = (error: Error) => {
    const failed = jobs
    jobs = []
    sent = null
    host?.end()
    host = null
    for (const { settle } of failed) settle.reject(error)
  }

  const openHost = (): BundlerHost => {
    const opened = open()
    const fail = (why: string) => {
      if (host !== opened) return
      failAll(new Error(`The bundler died in its worker (${why}). Run again: a new one is started.`))
    }
    opened.onDeath(fail)
    opened.port.addEventListener('message', ({ data }) => {
      if (host !== opened || !isAnswer(data)) return
      if (data.type === 'died') fail(data.why)
      else receive(data.id, data.result)
    })
    opened.port.start()
    return opened
  }

  const receive = (id: number, result: BundleResult) => {
    if (id !== sent) return
    sent = null
    const job = jobs.find((other) => other.id === id)
    jobs = jobs.filter((other) => other !== job)
    sendNext()
    job?.settle.resolve(result)
  }

  const sendNext = () => {
    const [next] = jobs
    if (sent !== null || next === undefined) return
    sent = next.id
    host ??= openHost()
    host.port.postMessage({ type: 'bundle', id: next.id, request: next.request } satisfies Ask)
  }

  host = openHost()
  return {
    bundle: (request, signal) =>
      new Promise((resolve, reject) => {
        if (disposed) throw new Error('The bundler was disposed of. Start another with startBundler().')
        signal.throwIfAborted()
        lastId += 1
        const id = lastId
        // A build that has begun goes on; the service is free for the next only when it has answered.
        const abandon = () => {
          jobs = jobs.filter((job) => job.id !== id)
          reject(signal.reason)
        }
        signal.addEventListener('abort', abandon, { once: true })
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            signal.removeEventListener('abort', abandon)
            settle(value)
          }
        jobs = [...jobs, { id, request, settle: { resolve: settled(resolve), reject: settled(reject) } }]
        sendNext()
      }),
    dispose: () => {
      disposed = true
      failAll(new Error('The bundler was disposed of before it had built this.'))
    },
  }
}

function isAsk(data: unknown): data is Ask {
  return isRecord(data) && data.type === 'bundle' && typeof data.id === 'number' && isRecord(data.request)
}

function isAnswer(data: unknown): data is Answer {
  if (!isRecord(data)) return false
  if (data.type === 'died') return typeof data.why === 'string'
  return data.type === 'bundled' && typeof data.id === 'number' && isRecord(data.result)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
