/** The ledger, and the old one, to show that it is refused. */
import { SchedulerPlugin as Twin } from 'dask/distributed/diagnostics/plugin'
import { SchedulerPlugin } from 'distributed'

export class OldLedger extends Twin {}

export class Ledger extends SchedulerPlugin {
  done = 0

  override transition(_key: string, start: string, finish: string) {
    if (start === 'processing' && finish === 'memory') this.done += 1
  }
}
