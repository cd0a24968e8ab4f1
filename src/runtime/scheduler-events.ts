/** distributed/scheduler.py `log_event`: what was said under which topic, and who listens. */

/** Dask's `(timestamp, message)`; the time is the cluster's own. */
export type LoggedEvent = readonly [number, unknown]

/** How many events of a topic are remembered. distributed.yaml `admin.log-length` */
const LOG_LENGTH = 10_000

export class Events {
  readonly #topics = new Map<string, LoggedEvent[]>()
  readonly #listeners = new Map<string, Set<(event: LoggedEvent) => void>>()

  publish(topic: string, event: LoggedEvent): void {
    const events = this.#topics.get(topic) ?? []
    this.#topics.set(topic, events)
    events.push(event)
    if (events.length > 2 * LOG_LENGTH) events.splice(0, LOG_LENGTH)
    for (const listener of this.#listeners.get(topic) ?? []) listener(event)
  }

  get(topic: string): readonly LoggedEvent[] {
    return (this.#topics.get(topic) ?? []).slice(-LOG_LENGTH)
  }

  all(): readonly (readonly [string, readonly LoggedEvent[]])[] {
    return [...this.#topics.keys()].map((topic) => [topic, this.get(topic)] as const)
  }

  /** @returns what ends the subscription */
  subscribe(topic: string, listener: (event: LoggedEvent) => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(listener))
    return () => {
      listeners.delete(listener)
    }
  }
}
