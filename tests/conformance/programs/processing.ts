/** Which tasks each worker has been given, and who has a result. */
import type { LocalCluster, Worker } from 'distributed'

export function keysByWorker({ scheduler }: LocalCluster): Readonly<Record<string, readonly string[]>> {
  const workers = [...scheduler.state.workers.values()]
  return Object.fromEntries(workers.map(({ name, processing }) => [name, [...processing].map(({ key }) => key).sort()]))
}

/** What the scheduler says of its tasks, and a worker of its own. */
export function statesOf({ scheduler }: LocalCluster): readonly (readonly [string, string])[] {
  return sorted([...scheduler.tasks.values()])
}

export function statesOn({ state }: Worker): readonly (readonly [string, string])[] {
  return sorted([...state.tasks.values()])
}

function sorted(tasks: readonly { readonly key: string; readonly state: string }[]) {
  return tasks.map(({ key, state }) => [key, state] as const).sort(([one], [other]) => (one < other ? -1 : 1))
}

/** The names of the workers. */
export function holdersOf({ scheduler }: LocalCluster, key: string): readonly string[] {
  return [...(scheduler.tasks.get(key)?.whoHas ?? [])].map(({ name }) => String(name)).sort()
}

export function addressOf({ scheduler }: LocalCluster, asked: number): string {
  return [...scheduler.workers.values()].find(({ name }) => name === asked)?.address ?? ''
}

/** What the recordings say of workers that were retired: their names. */
export function namesOf(cluster: LocalCluster, retired: object): readonly string[] {
  const known = [...cluster.workers.values()].flatMap((held) => ('worker' in held ? (held.worker ?? []) : held))
  return Object.keys(retired).map((address) => String(known.find((worker) => worker.address === address)?.name))
}
