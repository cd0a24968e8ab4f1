/** Sets environment variables for workers, by way of their nannies. */
import { type Nanny, NannyPlugin } from 'distributed'

export class Settings extends NannyPlugin {
  override readonly name = 'settings'
  readonly variables: Readonly<Record<string, string>>

  constructor(variables: Readonly<Record<string, string>>) {
    super()
    this.variables = variables
  }

  override setup(nanny: Nanny) {
    Object.assign(nanny.env, this.variables)
  }
}
