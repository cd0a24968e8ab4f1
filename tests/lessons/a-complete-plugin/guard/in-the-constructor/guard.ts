/** Takes things where the client makes it: nobody there is a worker. */
import { WorkerPlugin } from 'distributed'
import { acquire } from './pool.ts'

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'
  connection = acquire('connection', 'client')
  folder = acquire('folder', 'client')

  override teardown() {
    this.folder.release()
    this.connection.release()
  }
}
