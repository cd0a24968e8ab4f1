/** distributed/client.py `Client`, its connection: how it joins a cluster, which of several clients is meant, and how it leaves. */
import { policy } from 'distributed/_version'
import { Futures } from 'distributed/client-futures'
import { call } from 'distributed/core'
import { ClosedClientError, RuntimeError } from 'distributed/exceptions'
import type { Scheduler } from 'distributed/scheduler'

/** As in Dask's own `Client.status`. */
export type ClientStatus = 'connecting' | 'running' | 'closing' | 'closed'

/** What a client connects to: a `LocalCluster`. */
export interface Cluster {
  readonly scheduler: Scheduler
  readonly started: () => Promise<void>
}

export class ClientConnection {
  /** `client`; further clients of the same cluster are `client-2`, … Dask's `Client.id` */
  readonly address: string
  readonly scheduler: Scheduler
  status: ClientStatus = 'connecting'
  protected readonly cluster: Cluster
  protected readonly futures: Futures
  /** Resolves when the client has closed, or its cluster. */
  protected readonly gone: Promise<void>
  readonly #connected: Promise<void>
  #leave: () => void = () => undefined
  #closed: Promise<void> | null = null

  /** Connects at once. Whatever is asked of the client meanwhile waits until the cluster has started. */
  constructor(cluster: Cluster, name?: string) {
    const { scheduler } = requireCluster(cluster)
    this.cluster = cluster
    this.gone = new Promise((resolve) => {
      this.#leave = resolve
    })
    this.scheduler = scheduler
    this.address = name ?? `${scheduler.nextId('client').replace(/-1$/, '')}${scheduler.suffix}`
    this.#connected = Promise.resolve().then(() => this.#connect(cluster))
    this.futures = new Futures({
      ...{ address: this.address, scheduler, connected: this.#connected },
      requireOpen: (asked, op) => this.requireOpen(asked, op),
    })
  }

  /** Dask's `Client.id`: what scheduler plugins hear it called. */
  get id(): string {
    return this.address
  }

  /** Leaves the cluster, which goes on. Closing twice is closing once. */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  protected async ready(asked: string): Promise<void> {
    this.requireOpen(asked)
    await this.#connected
    this.requireOpen(asked)
  }

  /**
   * client.py `_send_to_scheduler`, whose words come first. Other calls of a closed client trip over `None` in Dask.
   * @param op what would be sent, where the call does nothing else
   * @throws ClosedClientError before Dask 2025.7.0 a plain Error; both name the call that comes too late
   */
  protected requireOpen(asked: string, op?: string): void {
    const isCluster = this.scheduler.status === 'closed'
    if (!isCluster && (this.status === 'connecting' || this.status === 'running')) return
    const what = isCluster ? 'the cluster of this client is closed' : `this client is ${this.status}`
    const advice = `${asked}: ${what}. Make the call before ${isCluster ? 'cluster' : 'client'}.close().`
    if (policy.closedClient === 'plain') {
      throw new Error(op === undefined ? advice : `Tried sending message after closing.  Status: closed\n${advice}`)
    }
    throw new ClosedClientError(op === undefined ? advice : `Client is closed. Can't send ${op} message.\n${advice}`)
  }

  protected route(op: string) {
    return { from: this.address, to: this.scheduler.address, op }
  }

  async #connect(cluster: Cluster): Promise<void> {
    await cluster.started()
    const comm = this.futures.comm(() => this.#lose())
    await call(this.route('register-client'), { client: this.address }, () => this.scheduler.addClient(comm))
    if (this.status === 'connecting') this.status = 'running'
  }

  /** client.py `_close`: with the client go its futures. */
  async #close(): Promise<void> {
    this.status = 'closing'
    this.#leave()
    await this.#connected
    this.futures.cancelAll({})
    await call(this.route('close-client'), {}, () => this.scheduler.removeClient(this.address))
    await call(this.route('close-stream'), {}, () => this.scheduler.removeClient(this.address))
    this.status = 'closed'
  }

  /** client.py `_handle_report`: the cluster has closed, and the client closes with it. */
  #lose(): void {
    this.status = 'closed'
    this.#leave()
    this.futures.cancelAll({})
    this.#closed ??= Promise.resolve()
  }
}

/** In Dask, `Client()` without a cluster makes one of its own; here each cluster is made by the program, which closes it too. */
function requireCluster(cluster: unknown): Cluster {
  const isCluster = typeof cluster === 'object' && cluster !== null && 'scheduler' in cluster && 'started' in cluster
  // A worker's own client is given no more of a cluster than its scheduler.
  const status: unknown = Reflect.get(Object(cluster), 'status')
  if (status === 'closing' || status === 'closed') {
    throw new RuntimeError(`Trying to connect to an already closed or closing Cluster ${cluster}.`)
  }
  if (isCluster) return cluster as Cluster
  throw new TypeError(`new Client(${String(cluster)}): give it a cluster, e.g. new Client(new LocalCluster()).`)
}
