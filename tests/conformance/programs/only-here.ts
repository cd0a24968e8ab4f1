/** A module that only the client can import. */
import { WorkerPlugin } from 'distributed'

export class P extends WorkerPlugin {
  override readonly name = 'only'
}
