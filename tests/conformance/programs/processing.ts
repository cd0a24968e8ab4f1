/** Which tasks each worker has been given, and who has a result. */
import type { LocalCluster } from 'distributed'

export function keysByWorker({ scheduler }: LocalCluster): Readonly<Record<string, readonly string[]>> {
  const workers = [...scheduler.state.workers.values()]
  return Object.fromEntries(workers.map(({ name, processing }) => [name, [...processing].map(({ key }) => key).sort()]))
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
