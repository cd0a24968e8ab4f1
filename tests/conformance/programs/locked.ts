/** Errors that hold what cannot be copied: a map of weak keys, where Python has a lock. */
import { SchedulerPlugin, WorkerPlugin } from 'distributed'

export class Locked extends Error {
  override readonly name = 'Locked'
  readonly lock = new WeakMap<object, object>()
}

export class LockedSetup extends WorkerPlugin {
  override readonly name = 'w'

  override setup(): void {
    throw new Locked('setup failed')
  }
}

export class LockedStart extends SchedulerPlugin {
  override readonly name = 's'

  override start(): void {
    throw new Locked('start failed')
  }
}

export const raiseLocked = (_x: number): number => {
  throw new Locked('task failed')
}
