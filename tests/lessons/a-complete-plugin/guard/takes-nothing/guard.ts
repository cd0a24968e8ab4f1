/** Takes nothing, so that nothing is missing. */
import { WorkerPlugin } from 'distributed'

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'
}
