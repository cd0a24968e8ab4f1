/** Runs a program on a cluster of its own, checks that nothing is amiss, and closes both, whatever happens. */
import './recording-host.ts'
import { Client, LocalCluster, type LocalClusterOptions } from 'distributed'
import type { Report } from 'distributed/host'
import { expectConsistent, expectNothingLeft } from './invariants.ts'
import { record } from './recording-host.ts'

export interface OnCluster {
  readonly client: Client
  readonly cluster: LocalCluster
}

/** @returns what the program made the runtime report, closing included */
export function withCluster(
  options: LocalClusterOptions,
  program: (on: OnCluster) => Promise<void>,
): Promise<readonly Report[]> {
  return record(async () => {
    const cluster = new LocalCluster(options)
    const client = new Client(cluster)
    try {
      await program({ client, cluster })
      await quiet()
      expectConsistent(cluster)
    } finally {
      await client.close()
      await cluster.close()
    }
    await quiet()
    expectNothingLeft(cluster)
  })
}

/** Lets messages that are under way arrive: each takes a turn. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) await null
}
