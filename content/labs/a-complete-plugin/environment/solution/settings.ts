/** Sets environment variables for the workers, and puts back what was there. */
import { type Nanny, NannyPlugin } from 'distributed'

/** What each nanny had before: nobody tears down a plugin that is replaced. */
const before = new WeakMap<Nanny, ReadonlyMap<string, string | undefined>>()

export class Settings extends NannyPlugin {
  override readonly name = 'settings'
  override restart = true
  readonly variables: Readonly<Record<string, string>>

  constructor(variables: Readonly<Record<string, string>>) {
    super()
    this.variables = variables
  }

  override setup(nanny: Nanny) {
    this.teardown(nanny)
    before.set(nanny, new Map(Object.keys(this.variables).map((name) => [name, nanny.env[name]])))
    Object.assign(nanny.env, this.variables)
  }

  override teardown(nanny: Nanny) {
    for (const [name, value] of before.get(nanny) ?? []) {
      if (value === undefined) delete nanny.env[name]
      else nanny.env[name] = value
    }
    before.delete(nanny)
  }
}
