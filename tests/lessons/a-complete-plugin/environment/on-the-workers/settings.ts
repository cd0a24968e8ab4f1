/** Sets the variables of a worker that has long been started. */
import { type Worker, WorkerPlugin } from 'distributed'

export class Settings extends WorkerPlugin {
  override readonly name = 'settings'
  readonly variables: Readonly<Record<string, string>>

  constructor(variables: Readonly<Record<string, string>>) {
    super()
    this.variables = variables
  }

  override setup(worker: Worker) {
    Object.assign(worker.env, this.variables)
  }
}
