/** Registers one of everything with both methods, and keeps what came of it: the rows of `_dispatch-VERSION.json`. */
import { SchedulerPlugin as PkgSchedulerPlugin } from 'dask/distributed/diagnostics'
import * as long from 'dask/distributed/diagnostics/plugin'
import { Client, LocalCluster, NannyPlugin, SchedulerPlugin, UploadFile, WorkerPlugin } from 'distributed'
import type { Report } from 'distributed/host'

class Canon extends WorkerPlugin {}
class Sched extends SchedulerPlugin {}
class PkgSched extends PkgSchedulerPlugin {}
class Nanny extends NannyPlugin {}
class Long extends long.WorkerPlugin {}
class LongChild extends Long {}
class LongSched extends long.SchedulerPlugin {}
class LongNanny extends long.NannyPlugin {}
class Duck {
  setup(_worker: unknown): undefined {
    return undefined
  }
}
class NonBool extends WorkerPlugin {
  override idempotent = Object(1)
}

const install = () => undefined

const plugins: Readonly<Record<string, () => unknown>> = {
  Canon: () => new Canon(),
  Long: () => new Long(),
  LongChild: () => new LongChild(),
  LongSched: () => new LongSched(),
  LongNanny: () => new LongNanny(),
  LongBaseItself: () => new long.WorkerPlugin(),
  Duck: () => new Duck(),
  CanonClass: () => Canon,
  LongClass: () => Long,
  DuckClass: () => Duck,
  Nanny: () => new Nanny(),
  Sched: () => new Sched(),
  PkgSched: () => new PkgSched(),
  LongUploadFile: () => new long.UploadFile('sent-mod.ts'),
  LongEnviron: () => new long.Environ({ A: 1 }),
  LongInstall: () => new long.InstallPlugin(install, { restartWorkers: false }),
  CanonUploadFile: () => new UploadFile('sent-mod.ts'),
  none: () => null,
  text: () => 'hello',
  Spoof: () => Object.defineProperty(new Duck(), 'constructor', { value: WorkerPlugin }),
  NonBool: () => new NonBool(),
  EmptyName: () => Object.assign(new Canon(), { name: '' }),
  IntName: () => Object.assign(new Canon(), { name: 7 }),
  fn: () => () => 1,
}

export interface Row {
  readonly error: string | null
  readonly warnings: readonly string[]
  readonly returned: unknown
}

async function attempt(method: string, make: () => unknown): Promise<Row> {
  const reports: readonly Report[] = Reflect.get(globalThis, '__doppelclass').host.reports
  const cluster = new LocalCluster({ nWorkers: 1, processes: false })
  const client = new Client(cluster)
  const before = reports.length
  let error: string | null = null
  let returned: unknown = null
  try {
    returned = (await Reflect.get(client, method).call(client, make())) ?? 'None'
  } catch (thrown) {
    error = `${Object(thrown).name}: ${Object(thrown).message}`
  }
  const warned = reports.slice(before).filter((report) => report.kind === 'warned')
  const warnings = warned.map(({ category, message }) => `${category}: ${message}`)
  await client.close()
  // A class object in a plugin's place makes closing fail, in some versions.
  await cluster.close().catch(() => undefined)
  return { error, warnings, returned }
}

export const rows: Record<string, Row> = {}
for (const [name, method] of [
  ['register_plugin', 'registerPlugin'],
  ['register_worker_plugin', 'registerWorkerPlugin'],
] as const) {
  if (!(method in Client.prototype)) continue
  for (const [plugin, make] of Object.entries(plugins)) rows[`${name} ${plugin}`] = await attempt(method, make)
}
