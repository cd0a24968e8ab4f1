/** Registers one of everything with both methods, and keeps what came of it. */
import {
  NannyPlugin as LongNannyPlugin,
  SchedulerPlugin as LongSchedulerPlugin,
  WorkerPlugin as LongWorkerPlugin,
} from 'dask/distributed/diagnostics/plugin'
import { Client, LocalCluster, NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed'

class Canon extends WorkerPlugin {}
class CanonChild extends Canon {}
class CanonScheduler extends SchedulerPlugin {}
class CanonNanny extends NannyPlugin {}
class Long extends LongWorkerPlugin {}
class LongChild extends Long {}
class LongScheduler extends LongSchedulerPlugin {}
class LongNanny extends LongNannyPlugin {}
class Duck {
  setup() {
    return undefined
  }
}
class NonBool extends WorkerPlugin {
  override idempotent = Object(1)
}

const plugins: Readonly<Record<string, () => unknown>> = {
  Canon: () => new Canon(),
  CanonChild: () => new CanonChild(),
  CanonScheduler: () => new CanonScheduler(),
  CanonNanny: () => new CanonNanny(),
  Long: () => new Long(),
  LongChild: () => new LongChild(),
  LongBaseItself: () => new LongWorkerPlugin(),
  LongScheduler: () => new LongScheduler(),
  LongNanny: () => new LongNanny(),
  Duck: () => new Duck(),
  CanonClass: () => Canon,
  LongClass: () => Long,
  DuckClass: () => Duck,
  NonBool: () => new NonBool(),
  EmptyName: () => Object.assign(new Canon(), { name: '' }),
  none: () => null,
  text: () => 'hello',
  fn: () => () => 1,
}

async function attempt(method: string, make: () => unknown): Promise<string> {
  const cluster = new LocalCluster({ nWorkers: 1, processes: false })
  const client = new Client(cluster)
  try {
    return JSON.stringify(await Reflect.get(client, method).call(client, make())) ?? 'undefined'
  } catch (error) {
    return String(error)
  } finally {
    await client.close()
    // A class object in a plugin's place makes closing fail, in some versions.
    await cluster.close().catch(() => undefined)
  }
}

export const outcomes: Record<string, string> = {}
for (const method of ['registerPlugin', 'registerWorkerPlugin', 'registerSchedulerPlugin']) {
  if (!(method in Client.prototype)) continue
  for (const [name, make] of Object.entries(plugins)) outcomes[`${method} ${name}`] = await attempt(method, make)
}
