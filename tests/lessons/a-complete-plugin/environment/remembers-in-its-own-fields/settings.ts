/** Sets environment variables for the workers, by way of their nannies. */
import { type Nanny, NannyPlugin } from 'distributed'

export class Settings extends NannyPlugin {
  override readonly name = 'settings'
  override restart = true
  before: readonly (readonly [string, string | undefined])[] = []
  readonly variables: Readonly<Record<string, string>>

  constructor(variables: Readonly<Record<string, string>>) {
    super()
    this.variables = variables
  }

  override setup(nanny: Nanny) {
    this.before = Object.keys(this.variables).map((name) => [name, nanny.env[name]])
    Object.assign(nanny.env, this.variables)
  }

  override teardown(nanny: Nanny) {
    for (const [name, value] of this.before) {
      if (value === undefined) delete nanny.env[name]
      else nanny.env[name] = value
    }
  }
}
